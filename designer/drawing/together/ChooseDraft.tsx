import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FlowDocument, localize } from '@inning/sdk';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../api/client-context.tsx';
import type { Draft } from '../../api/drawing.ts';
import { useFlow } from '../../api/flows.ts';
import { useSession } from '../../api/session.ts';
import { useChange } from '../../api/use-change.ts';
import { useLocale } from '../../ui/values/format.ts';
import { ChangeSentences } from '../../versions/compare/ChangeSentences.tsx';
import { useOwnDifferences } from './use-own-differences.ts';

type ChooseDraftProps = {
  readonly flowId: string;
  readonly mine: FlowDocument;
  readonly theirs: Draft;
  readonly take: (draft: Draft) => void;
  readonly onClose: () => void;
};

/** What differs between theirs and mine, and what becomes of mine. */
export function ChooseDraft({ flowId, mine, theirs, take, onClose }: ChooseDraftProps) {
  const { t } = useTranslation();
  const changes = useOwnDifferences(theirs.document, mine);
  const count = changes.length;
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('together.chooseTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <section aria-label={t('together.yours')}>
          <Text fw={600}>{t('together.yours')}</Text>
          {count === 0 ? (
            <Text fz="sm">{t('versions.noDifferenceHint')}</Text>
          ) : (
            <ChangeSentences changes={changes} />
          )}
        </section>
        <KeepAsCopy flowId={flowId} mine={mine} />
        <Button variant="default" onClick={() => take(theirs)}>
          {t('together.takeTheirs', { count })}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('together.lookOn')}
        </Button>
      </Stack>
    </Modal>
  );
}

function KeepAsCopy({ flowId, mine }: Pick<ChooseDraftProps, 'flowId' | 'mine'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useClient();
  const navigate = useNavigate();
  const flow = useFlow(flowId);
  const who = useSession().data?.user.name ?? '';
  const [name, setName] = useState(() =>
    t('together.copyName', { flow: localize(mine.name, locale), name: who }),
  );
  const keep = useChange({
    run: () =>
      client.send<{ id: string }>('POST', '/api/flows/import', {
        document: { ...mine, name: { en: name.trim(), nl: name.trim() } },
        creditorId: flow.data?.creditorId ?? null,
      }),
    touches: [['flows']],
    done: t('together.kept'),
  });
  const draw = ({ id }: { id: string }) =>
    void navigate({ to: '/flows/$flowId/draw', params: { flowId: id } as never });
  return (
    <Stack gap="xs">
      <TextInput
        label={t('together.copyLabel')}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        loading={keep.isPending}
        disabled={name.trim() === '' || !flow.data}
        onClick={() => keep.mutate(undefined, { onSuccess: draw })}
      >
        {t('together.keepMine')}
      </Button>
    </Stack>
  );
}
