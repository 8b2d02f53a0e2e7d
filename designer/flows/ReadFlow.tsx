import { SegmentedControl, Text } from '@mantine/core';
import { type FlowDocument, localize } from '@inning/sdk';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueItem } from '../api/flows.ts';
import { CommentThread } from '../comments/CommentThread.tsx';
import { useOpenComments } from '../comments/use-open-comments.ts';
import { useChosenStep } from '../ui/chosen-step.ts';
import { Section } from '../ui/layout/Section.tsx';
import { RowSkeletons } from '../ui/states/Skeletons.tsx';
import { useAllSummaries } from '../ui/values/summary.ts';
import { useLocale } from '../ui/values/format.ts';
import styles from './flows.module.css';
import { StepList } from './StepList.tsx';
import { toCanvas } from './to-canvas.ts';

// The drawing is the heaviest part of all screens; the sentences do not wait for it.
const FlowPicture = lazy(async () => ({
  default: (await import('./FlowPicture.tsx')).FlowPicture,
}));

type ReadFlowProps = {
  readonly flowId: string;
  readonly document: FlowDocument;
  readonly catalogue: ReadonlyMap<string, CatalogueItem>;
  readonly summaries?: Readonly<Record<string, string>>;
  readonly running?: Readonly<Record<string, number>>;
  /** Which version this is, in words. */
  readonly which: ReactNode;
};

/** A flow to read, as a drawing and in sentences, with what people say of it. Also for a phone. */
export function ReadFlow({ flowId, document, catalogue, ...read }: ReadFlowProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [selectedId, select] = useChosenStep(flowId);
  const [shown, show] = useState<'list' | 'picture'>('list');
  const comments = useOpenComments(flowId);
  const summaries = useAllSummaries(document, catalogue, read.summaries);
  const canvas = useMemo(
    () =>
      toCanvas(document, {
        catalogue,
        locale,
        summaries,
        running: read.running ?? {},
        comments,
        unknownTitle: t('flows.unknownStep'),
      }),
    [document, catalogue, summaries, read.running, comments, locale, t],
  );
  const { description, name } = document;
  return (
    <>
      {description && (
        <Text maw={760} mb={4}>
          {localize(description, locale)}
        </Text>
      )}
      <Text className="quiet" mb="md">
        {read.which}
      </Text>
      <SegmentedControl
        className={styles.choice}
        fullWidth
        aria-label={t('readFlow.how')}
        value={shown}
        onChange={show}
        data={[
          { value: 'list', label: t('readFlow.list') },
          { value: 'picture', label: t('readFlow.picture') },
        ]}
      />
      <div className={styles.reading} data-shown={shown}>
        <Suspense fallback={<RowSkeletons rows={3} height={140} />}>
          <FlowPicture {...canvas} selectedId={selectedId} onSelect={select} />
        </Suspense>
        <StepList
          steps={canvas.nodes}
          selectedId={selectedId}
          onSelect={(id) => select(id === selectedId ? null : id)}
          under={(step) => (
            <CommentThread flowId={flowId} nodeId={step.id} about={step.data.title} />
          )}
        />
      </div>
      <Section title={t('comments.title')}>
        <CommentThread flowId={flowId} nodeId={null} about={localize(name, locale)} />
      </Section>
    </>
  );
}
