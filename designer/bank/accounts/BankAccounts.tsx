import { Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Landmark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type BankAccount, type StatementGap, useBankAccounts } from '../../api/bank-work.ts';
import { type Column, RowTable } from '../../ui/lists/RowTable.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { Day, Instant } from '../../ui/values/Day.tsx';
import { useFormat } from '../../ui/values/format.ts';
import { Money } from '../../ui/values/Money.tsx';
import { StateBadge } from '../../ui/values/StateBadge.tsx';
import styles from '../connections/connections.module.css';

const MOST_GAPS = 3;
const FRESH_DAYS = 3;
const DAY_MS = 86_400_000;

/** The bank accounts: up to when their statements reach, what waits, and what is missing in between. */
export function BankAccounts({ administrationId }: { administrationId: string | undefined }) {
  const { t } = useTranslation();
  const accounts = useBankAccounts(administrationId);
  const columns: Column<BankAccount>[] = [
    {
      id: 'account',
      title: t('bankWork.account'),
      cell: (one) => (
        <>
          <Text fz="inherit" className={styles.iban ?? ''}>
            {one.account}
          </Text>
          <Text className="quiet" fz="sm">
            {one.administrationName}
          </Text>
        </>
      ),
    },
    { id: 'fresh', title: t('bankWork.coveredUntil'), cell: (one) => <Fresh account={one} /> },
    {
      id: 'balance',
      title: t('bankWork.balance'),
      isNumber: true,
      isWide: true,
      cell: (one) => one.balanceCents !== null && <Money cents={one.balanceCents} />,
    },
    { id: 'gaps', title: t('bankWork.gaps'), cell: (one) => <Gaps gaps={one.gaps} /> },
    {
      id: 'waiting',
      title: t('bankWork.waiting'),
      isNumber: true,
      cell: (one) =>
        one.waitingCount === 0 ? (
          <span className="quiet">{t('bankWork.nothingWaits')}</span>
        ) : (
          <Link to="/bank" search={{ view: 'work', administrationId: one.administrationId }}>
            <Money cents={one.waitingCents} /> ({one.waitingCount})
          </Link>
        ),
    },
  ];
  return (
    <Loaded query={accounts}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState icon={Landmark} title={t('bankWork.noAccounts')} hint={t('bank.emptyHint')} />
        ) : (
          <RowTable
            caption={t('bankWork.views.accounts')}
            isStacked
            rows={rows}
            columns={columns}
            rowKey={(one) => `${one.administrationId} ${one.account}`}
          />
        )
      }
    </Loaded>
  );
}

function Fresh({ account }: { account: BankAccount }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const { coveredUntil, lastReceivedAt } = account;
  if (coveredUntil === null) return <StateBadge tone="quiet">{t('bankWork.never')}</StateBadge>;
  const isOld = Date.parse(today) - Date.parse(coveredUntil) > FRESH_DAYS * DAY_MS;
  return (
    <>
      <Day on={coveredUntil} />
      {isOld && (
        <div>
          <StateBadge tone="late">{t('bankWork.old')}</StateBadge>
        </div>
      )}
      {lastReceivedAt && (
        <Text className="quiet" fz="sm">
          {t('bankWork.readAt')} <Instant at={lastReceivedAt} />
        </Text>
      )}
    </>
  );
}

function Gaps({ gaps }: { gaps: readonly StatementGap[] }) {
  const { t } = useTranslation();
  if (gaps.length === 0) return <StateBadge tone="good">{t('bankWork.noGaps')}</StateBadge>;
  return (
    <Stack gap={4}>
      {gaps.slice(0, MOST_GAPS).map((gap) => (
        <Gap key={gap.kind + gap.statementId} gap={gap} />
      ))}
      {gaps.length > MOST_GAPS && (
        <Text className="quiet" fz="sm">
          {t('bankWork.moreGaps', { count: gaps.length - MOST_GAPS })}
        </Text>
      )}
    </Stack>
  );
}

function Gap({ gap }: { gap: StatementGap }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = {
    from: gap.from ? format.day(gap.from) : '?',
    until: gap.until ? format.day(gap.until) : '?',
  };
  return (
    <Text fz="sm">
      {t(`bankWork.gap.${gap.kind}`, days)}
      {gap.differenceCents !== null && (
        <>
          {': '}
          <Money cents={gap.differenceCents} />
        </>
      )}
      {gap.missingNumbers > 0 && ` (${t('bankWork.numbers', { count: gap.missingNumbers })})`}
    </Text>
  );
}
