import { Anchor, Button, Text } from '@mantine/core';
import { localize } from '@inning/sdk';
import { Link, useParams } from '@tanstack/react-router';
import { PenLine } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CatalogueItem,
  type FlowVersion,
  useCatalogue,
  useFlow,
  useFlowVersion,
} from '../api/flows.ts';
import { useMayDraw } from '../api/rights.ts';
import { Screen } from '../ui/layout/Screen.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { RowSkeletons } from '../ui/states/Skeletons.tsx';
import { Instant } from '../ui/values/Day.tsx';
import { useLocale } from '../ui/values/format.ts';
import styles from './flows.module.css';
import { StepList } from './StepList.tsx';
import { toCanvas } from './to-canvas.ts';

// The drawing is the heaviest part of all screens; the sentences do not wait for it.
const FlowPicture = lazy(async () => ({
  default: (await import('./FlowPicture.tsx')).FlowPicture,
}));

/** The version of a flow that new cases walk through, drawn and told. */
export function FlowScreen() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { flowId } = useParams({ from: '/flows/$flowId' });
  const flow = useFlow(flowId);
  const version = useFlowVersion(flowId, flow.data?.publishedVersion);
  const catalogue = useCatalogue();
  const title = flow.data ? localize(flow.data.name, locale) : t('flows.title');
  return (
    <Screen
      title={title}
      help={t('flows.helpOne')}
      action={<DrawButton flowId={flowId} />}
      filters={
        <>
          <Anchor component={Link} to="/flows">
            {t('flows.all')}
          </Anchor>
          <Anchor component={Link} to="/flows/$flowId/versions" params={{ flowId } as never}>
            {t('versions.link')}
          </Anchor>
        </>
      }
    >
      {flow.data?.publishedVersion === 0 ? (
        <EmptyState title={t('flows.notPublished')} hint={t('flows.notPublishedHint')} />
      ) : (
        <Loaded query={version}>
          {(published) => (
            <Loaded query={catalogue}>
              {(types) => <Reading published={published} catalogue={types} />}
            </Loaded>
          )}
        </Loaded>
      )}
    </Screen>
  );
}

function DrawButton({ flowId }: { flowId: string }) {
  const { t } = useTranslation();
  if (!useMayDraw()) return null;
  return (
    <Button
      component={Link}
      to="/flows/$flowId/draw"
      params={{ flowId } as never}
      leftSection={<PenLine size={16} />}
    >
      {t('draw.edit')}
    </Button>
  );
}

type ReadingProps = {
  readonly published: FlowVersion;
  readonly catalogue: ReadonlyMap<string, CatalogueItem>;
};

function Reading({ published, catalogue }: ReadingProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [selectedId, select] = useState<string | null>(null);
  const canvas = useMemo(() => {
    const reading = {
      catalogue,
      locale,
      summaries: published.summaries ?? {},
      running: published.running ?? {},
      unknownTitle: t('flows.unknownStep'),
    };
    return toCanvas(published.document, reading);
  }, [published, catalogue, locale, t]);

  const { description } = published.document;
  return (
    <>
      {description && (
        <Text maw={760} mb={4}>
          {localize(description, locale)}
        </Text>
      )}
      <Text className="quiet" mb="md">
        {t('flows.version', { version: published.version })} ·{' '}
        <Instant at={published.publishedAt} />
      </Text>
      <div className={styles.reading}>
        <Suspense fallback={<RowSkeletons rows={3} height={140} />}>
          <FlowPicture {...canvas} selectedId={selectedId} onSelect={select} />
        </Suspense>
        <StepList steps={canvas.nodes} selectedId={selectedId} onSelect={select} />
      </div>
    </>
  );
}
