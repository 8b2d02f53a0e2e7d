import { SimpleGrid } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/values/format.ts';
import { StateBadge } from '../ui/values/StateBadge.tsx';
import styles from './overview.module.css';
import type { Totals } from './sum-numbers.ts';

/** Three questions, three answers. */
export function Headlines({ total }: { total: Totals }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
      <Matter total={total} />
      <ByItself total={total} />
      <Expected total={total} />
    </SimpleGrid>
  );
}

function Matter({ total }: { total: Totals }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={styles.card} aria-labelledby="matter">
      <h2 id="matter">{t('overview.matter')}</h2>
      <p className={styles.big}>{format.money(total.openCents)}</p>
      <p>{t('overview.openCount', { count: total.openCount })}</p>
      <p>
        <Link to="/debtors" search={{ state: 'overdue' }}>
          {t('overview.overdue', {
            amount: format.money(total.overdueCents),
            count: total.overdueCount,
          })}
        </Link>
      </p>
    </section>
  );
}

function ByItself({ total }: { total: Totals }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={styles.card} aria-labelledby="by-itself">
      <h2 id="by-itself">{t('overview.byItself')}</h2>
      <p className={styles.big}>{format.count(total.waitingCount)}</p>
      <p>{t('overview.waiting', { count: total.waitingCount })}</p>
      <p>{t('overview.sentToday', { count: total.sentTodayCount })}</p>
      <p>
        <Link to="/flows/today">{t('overview.toDryRun')}</Link>
      </p>
    </section>
  );
}

function Expected({ total }: { total: Totals }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isClear = total.tasksDueCount + total.stuckCount + total.ambiguousCount === 0;
  return (
    <section className={styles.card} aria-labelledby="expected">
      <h2 id="expected">{t('overview.expected')}</h2>
      <p className={styles.big}>{format.count(total.tasksDueCount)}</p>
      <p>
        <Link to="/tasks">{t('overview.tasksDue', { count: total.tasksDueCount })}</Link>
      </p>
      {total.stuckCount > 0 && (
        <p>
          <StateBadge tone="broken">{t('overview.stuck', { count: total.stuckCount })}</StateBadge>
        </p>
      )}
      {total.ambiguousCount > 0 && (
        <p>
          <StateBadge tone="late">
            {t('overview.ambiguous', { count: total.ambiguousCount })}
          </StateBadge>
        </p>
      )}
      {isClear && <StateBadge tone="good">{t('overview.clear')}</StateBadge>}
    </section>
  );
}
