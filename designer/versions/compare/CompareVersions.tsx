import { Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VersionRow } from '../../api/drawing.ts';
import { useFlowVersion } from '../../api/flows.ts';
import { useComparison, useDraftNow } from '../../api/versions.ts';
import { Section } from '../../ui/layout/Section.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { Differences } from './Differences.tsx';

export const DRAFT = 'draft';
/** The older one, and a newer one or the draft. */
export type Pair = { readonly from: number; readonly to: number | typeof DRAFT };

type CompareVersionsProps = {
  readonly flowId: string;
  readonly versions: readonly VersionRow[];
  readonly pair: Pair;
  readonly onPair: (pair: Pair) => void;
};

/** Any two versions, or a version and the draft. */
export function CompareVersions({ flowId, versions, pair, onPair }: CompareVersionsProps) {
  const { t } = useTranslation();
  const options = versions.map(({ version }) => ({
    value: String(version),
    label: t('flows.version', { version }),
  }));
  const to = pair.to === DRAFT ? null : pair.to;
  const before = useFlowVersion(flowId, pair.from);
  const published = useFlowVersion(flowId, to ?? undefined);
  const draft = useDraftNow(flowId, to === null);
  const comparison = useComparison(flowId, pair.from, to);
  return (
    <Section
      title={t('versions.differences')}
      aside={
        <Group gap="xs">
          <NativeSelect
            aria-label={t('versions.compareFrom')}
            data={options}
            value={String(pair.from)}
            onChange={(event) => onPair({ ...pair, from: Number(event.currentTarget.value) })}
          />
          <span aria-hidden>→</span>
          <NativeSelect
            aria-label={t('versions.compareTo')}
            data={[{ value: DRAFT, label: t('versions.draft') }, ...options]}
            value={String(pair.to)}
            onChange={({ currentTarget: { value } }) =>
              onPair({ ...pair, to: value === DRAFT ? DRAFT : Number(value) })
            }
          />
        </Group>
      }
    >
      <Loaded query={before}>
        {(old) => (
          <Loaded query={to === null ? draft : (published as typeof draft)}>
            {(next) => (
              <Loaded query={comparison}>
                {(changes) => (
                  <Differences
                    key={`${pair.from} ${pair.to}`}
                    compared={{ before: old.document, after: next.document }}
                    summaries={{
                      ...old.summaries,
                      ...(to === null ? {} : published.data?.summaries),
                    }}
                    changes={changes}
                  />
                )}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Section>
  );
}
