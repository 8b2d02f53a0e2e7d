import { localize } from '@inning/sdk';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowChangeRow } from '../../api/drawing.ts';
import { type CatalogueItem, useCatalogue } from '../../api/flows.ts';
import flowStyles from '../../flows/flows.module.css';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { RowSkeletons } from '../../ui/states/Skeletons.tsx';
import { useLocale } from '../../ui/values/format.ts';
import { useSummaries } from '../../ui/values/summary.ts';
import { ChangeList } from './ChangeList.tsx';
import { DifferentCard } from './DifferentCard.tsx';
import { type Compared, toDifferences } from './to-differences.ts';

// The drawing is the heaviest part; the sentences do not wait for it.
const FlowPicture = lazy(async () => ({
  default: (await import('../../flows/FlowPicture.tsx')).FlowPicture,
}));
const CARDS = { step: DifferentCard };

type DifferencesProps = {
  readonly compared: Compared;
  /** The settings of steps in one line, as far as they are known. */
  readonly summaries: Readonly<Record<string, string>>;
  readonly changes: readonly FlowChangeRow[];
};

/** What differs in words, and the same on the drawing. Each points at the other. */
export function Differences(props: DifferencesProps) {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  if (props.changes.length === 0) {
    return <EmptyState title={t('versions.noDifference')} hint={t('versions.noDifferenceHint')} />;
  }
  return <Loaded query={catalogue}>{(types) => <BothWays {...props} catalogue={types} />}</Loaded>;
}

/** Steps in one line with the titles of letters; of a step that went, as it was. */
function useBothSummaries(
  { before, after }: Compared,
  catalogue: BothWaysProps['catalogue'],
  known: DifferencesProps['summaries'],
): Record<string, string> {
  const [old, next] = [useSummaries(before, catalogue), useSummaries(after, catalogue)];
  return useMemo(() => {
    const ids = [...Object.keys(before.nodes), ...Object.keys(after.nodes)];
    const say = (id: string) => (Object.hasOwn(after.nodes, id) ? next(id) : old(id));
    return Object.fromEntries(ids.map((id) => [id, say(id) || (known[id] ?? '')]));
  }, [before, after, old, next, known]);
}

type BothWaysProps = DifferencesProps & {
  readonly catalogue: ReadonlyMap<string, CatalogueItem>;
};

function BothWays({ compared, summaries, changes, catalogue }: BothWaysProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [chosen, choose] = useState<number | null>(null);
  const said = useBothSummaries(compared, catalogue, summaries);
  const canvas = useMemo(() => {
    const unknownTitle = t('flows.unknownStep');
    const reading = { catalogue, locale, summaries: said, running: {}, unknownTitle };
    return toDifferences(compared, changes, {
      reading,
      say: (mark) => t(`versions.marks.${mark}`),
    });
  }, [compared, said, changes, catalogue, locale, t]);
  const selectedId = chosen === null ? null : (changes[chosen]?.nodeId ?? null);
  const chooseStep = (id: string | null) => {
    const index = changes.findIndex(({ nodeId }) => nodeId === id);
    choose(id === null || index < 0 ? null : index);
  };
  return (
    <div className={flowStyles.reading} aria-label={localize(compared.after.name, locale)}>
      <Suspense fallback={<RowSkeletons rows={3} height={140} />}>
        <FlowPicture {...canvas} nodeTypes={CARDS} selectedId={selectedId} onSelect={chooseStep} />
      </Suspense>
      <ChangeList changes={changes} chosen={chosen} onChoose={choose} />
    </div>
  );
}
