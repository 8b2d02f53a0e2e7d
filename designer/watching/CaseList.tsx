import { Button, Text, UnstyledButton } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type CaseRow, useCases, type Watched } from '../api/watching.ts';
import { DeviationMark } from '../ui/DeviationMark.tsx';
import { MoreRows } from '../ui/lists/MoreRows.tsx';
import { walkRows } from '../ui/lists/RowTable.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Day } from '../ui/values/Day.tsx';
import { useSay } from '../ui/values/say.ts';
import { StateBadge, type Tone } from '../ui/values/StateBadge.tsx';
import type { Go, Period, WatchSearch } from './watch-search.ts';
import styles from './watching.module.css';

type CaseListProps = {
  readonly watched: Watched;
  readonly period: Period;
  readonly search: WatchSearch;
  readonly title: string;
  readonly go: Go;
};

/** The cases behind a count; each opens its own path. */
export function CaseList({ watched, period, search, title, go }: CaseListProps) {
  const { t } = useTranslation();
  const { node, outcome, state } = search;
  const cases = useCases(watched, {
    nodeId: node,
    ...(state === 'held' ? { isHeld: true } : { state }),
    ...(outcome ? { outcome, ...period } : {}),
  });
  return (
    <section aria-label={title} className={styles.side}>
      <div className={styles.listHead}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<ArrowLeft size={14} aria-hidden />}
          onClick={() => go({ node: undefined, outcome: undefined, state: undefined })}
        >
          {t('watching.allSteps')}
        </Button>
        <h2>{title}</h2>
      </div>
      <Loaded query={cases}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('watching.nobody')} />
          ) : (
            <ul className={styles.cases} onKeyDown={walkRows}>
              {rows.map((one, index) => (
                <li key={`${one.id} ${index}`}>
                  <CaseLine row={one} onOpen={() => go({ case: one.id })} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreRows query={cases} />
    </section>
  );
}

export const CASE_TONES: Record<CaseRow['state'], Tone> = {
  running: 'good',
  held: 'paused',
  stuck: 'broken',
  ended: 'quiet',
};

/** One that runs but is held back at its step counts as held. */
const stateOf = ({ state, gate }: CaseRow): CaseRow['state'] =>
  state === 'running' && gate !== null ? 'held' : state;

function CaseLine({ row, onOpen }: { row: CaseRow; onOpen: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  // A day that somebody chose goes before the day that the flow meant.
  const says = row.waiting && !row.deviation ? say(row.waiting) : null;
  const next = row.deviation?.on ?? row.plannedOn;
  const state = stateOf(row);
  return (
    <UnstyledButton className={styles.caseLine} data-row-link onClick={onOpen}>
      <span className={styles.caseHead}>
        <strong>{row.debtorName}</strong>
        <span>
          <DeviationMark deviation={row.deviation} />{' '}
          <StateBadge tone={CASE_TONES[state]}>{t(`instance.${state}`)}</StateBadge>
        </span>
      </span>
      <Text component="span" fz="sm" className="quiet" display="block" fw={400}>
        {row.passedOn && <Day on={row.passedOn} />}
        {!row.passedOn && says}
        {!row.passedOn && !says && next && <Day on={next} relative />}
      </Text>
    </UnstyledButton>
  );
}
