import { Button, Modal, Stack, Text } from '@mantine/core';
import type { CatalogueEntry, FlowDocument } from '@inning/sdk';
import { Play } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftProblem } from '../../api/drawing.ts';
import type { Said } from '../../api/shapes.ts';
import { RowSkeletons } from '../../ui/states/Skeletons.tsx';
import { useLocale } from '../../ui/values/format.ts';
import { useSayProblem } from '../../ui/values/say-problem.ts';
import { examplePath } from './example-path.ts';

const PathPlayer = lazy(async () => ({ default: (await import('../PathPlayer.tsx')).PathPlayer }));

type PlayFindingProps = {
  readonly finding: DraftProblem;
  readonly document: FlowDocument;
  readonly types: ReadonlyMap<string, CatalogueEntry>;
};

/** Plays the way with dates on which a flow would break a rule. */
export function PlayFinding({ finding, document, types }: PlayFindingProps) {
  const { t } = useTranslation();
  const say = useSayProblem(document, types);
  const [isOpen, open] = useState(false);
  const sentence = say(finding.message as Said);
  return (
    <>
      <Button
        variant="light"
        size="compact-sm"
        ml={34}
        mb={8}
        leftSection={<Play size={13} aria-hidden />}
        aria-label={t('player.finding.playOf', { finding: sentence })}
        onClick={() => open(true)}
      >
        {t('player.finding.play')}
      </Button>
      {isOpen && (
        <Modal
          opened
          onClose={() => open(false)}
          size={1180}
          title={t('player.finding.title')}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          <Stack gap="sm">
            <Text>
              {sentence}
              {finding.article && <span className="quiet"> · {finding.article}</span>}
            </Text>
            {finding.fix && (
              <Text fz="sm">{t('player.finding.fix', { fix: say(finding.fix as Said) })}</Text>
            )}
            <Played finding={finding} document={document} types={types} />
          </Stack>
        </Modal>
      )}
    </>
  );
}

function Played({ finding, document, types }: PlayFindingProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const steps = examplePath(
    finding.example ?? [],
    { document, types },
    {
      locale,
      takes: (outcome) => t('player.finding.takes', { outcome }),
      stops: t('player.finding.stops'),
    },
  );
  return (
    <Suspense fallback={<RowSkeletons rows={4} height={60} />}>
      <PathPlayer document={document} catalogue={types} steps={steps} />
    </Suspense>
  );
}
