import { Button, List, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportedFlow } from '../api/gallery.ts';
import { useDraft } from '../api/drawing.ts';
import { useCatalogue } from '../api/flows.ts';
import { useSayProblem } from '../ui/values/say-problem.ts';
import { missingPlugins } from './missing-plugins.ts';

type LandedFlowProps = {
  readonly made: ImportedFlow;
  /** What became of it, as a sentence. */
  readonly done: string;
};

/** A flow that came from elsewhere is here as a draft: what is missing here, and the way to it. */
export function LandedFlow({ made, done }: LandedFlowProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { plugins, others } = missingPlugins(made.problems);
  return (
    <>
      <Text fw={600} role="status">
        {done}
      </Text>
      {made.problems.length === 0 ? (
        <Text>{t('flowFiles.nothingMissing')}</Text>
      ) : (
        <section aria-label={t('flowFiles.missing')}>
          <Text>{t('flowFiles.missing')}</Text>
          <List fz="sm" spacing={4}>
            {[...plugins].map(([plugin, count]) => (
              <List.Item key={plugin}>{t('flowFiles.missingPlugin', { plugin, count })}</List.Item>
            ))}
            <Others flowId={made.id} problems={others} />
          </List>
        </section>
      )}
      <Button
        onClick={() =>
          void navigate({ to: '/flows/$flowId/draw', params: { flowId: made.id } as never })
        }
      >
        {t('flowFiles.goDraw')}
      </Button>
    </>
  );
}

type OthersProps = { readonly flowId: string; readonly problems: ImportedFlow['problems'] };

/** With the steps called by their names, which stand in the draft that was made. */
function Others({ flowId, problems }: OthersProps) {
  const draft = useDraft(flowId);
  const catalogue = useCatalogue();
  const say = useSayProblem(draft.data?.document, catalogue.data);
  if (draft.isPending || catalogue.isPending) return null;
  return problems.map((one, index) => (
    <List.Item key={`${index} ${one.code}`}>{say(one.message)}</List.Item>
  ));
}
