import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedAccount } from '../../api/bank-connections.ts';
import { Instant } from '../../ui/values/Day.tsx';
import { useFormat } from '../../ui/values/format.ts';
import { StateBadge } from '../../ui/values/StateBadge.tsx';
import { localDay } from '../../ui/values/today.tsx';
import styles from './connections.module.css';
import { useSayProblem } from './say-problem.ts';

type FeedAccountsProps = {
  readonly accounts: readonly FeedAccount[];
  /** Whether the bank lets itself be read at all. */
  readonly isActive: boolean;
};

/** Each account with how fresh it is, when it is read again, and what is wrong. */
export function FeedAccounts({ accounts, isActive }: FeedAccountsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" mt="sm">
      <ul className={styles.accounts}>
        {accounts.map((one) => (
          <li key={one.id}>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md" verticalSpacing="xs">
              <Told title={t('bankConnections.account')}>
                <span className={styles.iban}>{one.account}</span>
                <Small>{one.holder}</Small>
              </Told>
              <Told title={t('bankConnections.fresh')}>
                <Fresh account={one} />
              </Told>
              <Told title={t('bankConnections.lastRead')}>
                <Instant at={one.lastReadAt} />
                <Small>{t('bankConnections.lines', { count: one.lineCount })}</Small>
              </Told>
              <Told title={t('bankConnections.nextRead')}>
                {isActive && one.isOn ? <Next account={one} /> : t('bankConnections.off')}
              </Told>
            </SimpleGrid>
          </li>
        ))}
      </ul>
      <Text className="quiet" fz="sm">
        {t('bankConnections.freshHint')}
      </Text>
    </Stack>
  );
}

function Told({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text className="quiet" fz="xs">
        {title}
      </Text>
      {children}
    </div>
  );
}

const Small = ({ children }: { readonly children: ReactNode }) => (
  <Text className="quiet" fz="sm">
    {children}
  </Text>
);

/** What flows look at before they remind anybody. */
function Fresh({ account: { freshAt } }: { readonly account: FeedAccount }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  if (freshAt === null) {
    return <StateBadge tone="late">{t('bankConnections.neverRead')}</StateBadge>;
  }
  const isToday = localDay(new Date(freshAt)) === today;
  return (
    <>
      <StateBadge tone={isToday ? 'good' : 'late'}>
        {t(isToday ? 'bankConnections.isFresh' : 'bankConnections.isOld')}
      </StateBadge>
      <Small>
        <Instant at={freshAt} />
      </Small>
    </>
  );
}

function Next({ account }: { readonly account: FeedAccount }) {
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const { problem, failureCount, nextReadAt } = account;
  if (problem === null) return <Instant at={nextReadAt} />;
  return (
    <>
      <StateBadge tone="broken">{t('bankConnections.failed', { count: failureCount })}</StateBadge>
      <Text fz="sm">{sayProblem(problem)}</Text>
      <Small>
        {t('bankConnections.retryAt')} <Instant at={nextReadAt} />
      </Small>
    </>
  );
}
