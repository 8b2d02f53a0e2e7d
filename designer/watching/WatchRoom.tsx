import { localize } from '@inning/sdk';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueItem, FlowVersion } from '../api/flows.ts';
import { usePassed, useStanding } from '../api/watching.ts';
import { canvasOf } from '../player/to-trace.ts';
import { TracePicture } from '../player/TracePicture.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { useLocale } from '../ui/values/format.ts';
import { useAllSummaries } from '../ui/values/summary.ts';
import { CaseList } from './CaseList.tsx';
import { type StepCount, stepCounts } from './counts.ts';
import { StepCounts } from './StepCounts.tsx';
import { toWatched } from './to-watched.ts';
import type { Go, Period, WatchSearch } from './watch-search.ts';
import styles from './watching.module.css';

type WatchRoomProps = {
  readonly published: FlowVersion;
  readonly catalogue: ReadonlyMap<string, CatalogueItem>;
  readonly period: Period;
  readonly search: WatchSearch;
  readonly go: Go;
};

/** The drawing with its counts, and beside it the steps in words or the cases behind a count. */
export function WatchRoom(props: WatchRoomProps) {
  const { flowId, version } = props.published;
  const standing = useStanding({ flowId, version });
  const { from, to } = props.period;
  const passed = usePassed({ flowId, version }, from, to);
  return (
    <Loaded query={standing}>
      {(rows) => <Counted {...props} counts={stepCounts(rows, passed)} />}
    </Loaded>
  );
}

type CountedProps = WatchRoomProps & { readonly counts: ReadonlyMap<string, StepCount> };

function Counted({ published, catalogue, period, search, go, counts }: CountedProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { flowId, version, document } = published;
  const summaries = useAllSummaries(document, catalogue, published.summaries);
  const unknownTitle = t('flows.unknownStep');
  const canvas = useMemo(
    () => canvasOf(document, { catalogue, locale, unknownTitle, summaries }),
    [document, catalogue, locale, unknownTitle, summaries],
  );
  const outcomeName = (nodeId: string, outcome: string) => {
    const label = catalogue.get(document.nodes[nodeId]?.type ?? '')?.outcomes[outcome];
    return label ? localize(label, locale) : outcome;
  };
  const isListing = search.node !== undefined || search.state !== undefined;
  const pick = (node: string | null) =>
    go({ node: node ?? undefined, outcome: undefined, state: undefined });
  return (
    <div className={styles.room}>
      <TracePicture
        label={t('flows.picture')}
        {...toWatched(canvas, { document, counts, outcomeName })}
        selectedId={search.node ?? null}
        onSelect={pick}
      />
      {isListing ? (
        <CaseList
          watched={{ flowId, version }}
          period={period}
          search={search}
          go={go}
          title={listTitle()}
        />
      ) : (
        <StepCounts nodes={canvas.nodes} counts={counts} outcomeName={outcomeName} go={go} />
      )}
    </div>
  );

  function listTitle(): string {
    const { node, outcome, state } = search;
    if (state) return t(`watching.lists.${state}`);
    const step = canvas.nodes.find(({ id }) => id === node)?.data.title ?? node ?? '';
    return outcome ? `${step}: ${outcomeName(node ?? '', outcome)}` : step;
  }
}
