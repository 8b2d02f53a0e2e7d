import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StatementFile } from '../api/bank.ts';
import { Facts } from '../ui/values/Facts.tsx';
import { useFormat } from '../ui/values/format.ts';

type Counts = Pick<
  StatementFile,
  'newCount' | 'knownCount' | 'matchedCount' | 'reversedCount' | 'plausibleCount' | 'unmatchedCount'
>;
type StatementCountsProps = {
  readonly counts: Counts;
  readonly administrationId: string;
  /** How many statements these are of, where that is asked. */
  readonly statements?: number;
};

/** What became of the lines of statements, with the way to what waits for a person. */
export function StatementCounts({ counts, administrationId, statements }: StatementCountsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const linked = (state: 'plausible' | 'unmatched', count: number) => (
    <Anchor
      component={Link}
      to="/bank"
      search={{ administrationId, view: 'lines', state } as never}
    >
      {format.count(count)}
    </Anchor>
  );
  const unlessNone = (count: number) => (count > 0 ? format.count(count) : null);
  return (
    <Facts
      rows={[
        [t('bank.statements'), statements === undefined ? null : format.count(statements)],
        [t('bank.newLines'), format.count(counts.newCount)],
        [t('bank.knownLines'), unlessNone(counts.knownCount)],
        [t('bank.states.matched'), format.count(counts.matchedCount)],
        [t('bank.reversed'), unlessNone(counts.reversedCount)],
        [t('bank.states.plausible'), linked('plausible', counts.plausibleCount)],
        [t('bank.states.unmatched'), linked('unmatched', counts.unmatchedCount)],
      ]}
    />
  );
}
