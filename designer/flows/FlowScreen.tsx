import { Anchor, Button, SegmentedControl } from '@mantine/core';
import { localize } from '@inning/sdk';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../api/drawing.ts';
import { useCatalogue, useFlow, useFlowVersion } from '../api/flows.ts';
import { useMayDraw } from '../api/rights.ts';
import { FlowMenu } from '../gallery/FlowMenu.tsx';
import { Screen } from '../ui/layout/Screen.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Instant } from '../ui/values/Day.tsx';
import { useLocale } from '../ui/values/format.ts';
import { FlowLinks } from './FlowLinks.tsx';
import { ReadFlow } from './ReadFlow.tsx';

/** The version of a flow that new cases walk through, drawn and told; and its draft. */
export function FlowScreen() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { flowId } = useParams({ from: '/flows/$flowId' });
  const { show } = useSearch({ from: '/flows/$flowId' });
  const flow = useFlow(flowId);
  const title = flow.data ? localize(flow.data.name, locale) : t('flows.title');
  return (
    <Screen
      title={title}
      help={t('flows.helpOne')}
      action={
        <>
          <DrawButton flowId={flowId} />
          {flow.data && <FlowMenu flow={flow.data} />}
        </>
      }
      filters={
        <>
          <Anchor component={Link} to="/flows">
            {t('flows.all')}
          </Anchor>
          <FlowLinks flowId={flowId} />
          <Anchor component={Link} to="/flows/$flowId/versions" params={{ flowId } as never}>
            {t('versions.link')}
          </Anchor>
          {flow.data && flow.data.publishedVersion > 0 && <Which flowId={flowId} />}
        </>
      }
    >
      <Loaded query={flow}>
        {({ publishedVersion }) =>
          publishedVersion === 0 || show === 'draft' ? (
            <ReadDraft flowId={flowId} />
          ) : (
            <ReadPublished flowId={flowId} version={publishedVersion} />
          )
        }
      </Loaded>
    </Screen>
  );
}

function Which({ flowId }: { flowId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { show } = useSearch({ from: '/flows/$flowId' });
  return (
    <SegmentedControl
      size="sm"
      aria-label={t('readFlow.which')}
      value={show ?? 'published'}
      onChange={(next) =>
        void navigate({
          to: '/flows/$flowId',
          params: { flowId } as never,
          search: (next === 'draft' ? { show: 'draft' } : {}) as never,
        })
      }
      data={[
        { value: 'published', label: t('readFlow.published') },
        { value: 'draft', label: t('readFlow.draft') },
      ]}
    />
  );
}

function ReadPublished({ flowId, version }: { flowId: string; version: number }) {
  const { t } = useTranslation();
  const published = useFlowVersion(flowId, version);
  const catalogue = useCatalogue();
  return (
    <Loaded query={published}>
      {({ document, summaries, running, publishedAt }) => (
        <Loaded query={catalogue}>
          {(types) => (
            <ReadFlow
              flowId={flowId}
              document={document}
              catalogue={types}
              summaries={summaries ?? {}}
              running={running ?? {}}
              which={
                <>
                  {t('flows.version', { version })} · <Instant at={publishedAt} />
                </>
              }
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function ReadDraft({ flowId }: { flowId: string }) {
  const { t } = useTranslation();
  const draft = useDraft(flowId);
  const catalogue = useCatalogue();
  return (
    <Loaded query={draft}>
      {({ document }) => (
        <Loaded query={catalogue}>
          {(types) => (
            <ReadFlow
              flowId={flowId}
              document={document}
              catalogue={types}
              which={t('readFlow.thisIsDraft')}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** Drawing takes room: from a tablet on. */
function DrawButton({ flowId }: { flowId: string }) {
  const { t } = useTranslation();
  if (!useMayDraw()) return null;
  return (
    <Button
      visibleFrom="sm"
      component={Link}
      to="/flows/$flowId/draw"
      params={{ flowId } as never}
      leftSection={<PenLine size={16} />}
    >
      {t('draw.edit')}
    </Button>
  );
}
