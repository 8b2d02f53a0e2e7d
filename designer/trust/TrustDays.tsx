import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type TrustDay, useTrustDays } from '../api/trust.ts';
import { Section } from '../ui/layout/Section.tsx';
import { MoreRows } from '../ui/lists/MoreRows.tsx';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { Day } from '../ui/values/Day.tsx';
import { Money } from '../ui/values/Money.tsx';
import { StateBadge } from '../ui/values/StateBadge.tsx';

/** Every day on which the bank gave a balance: does it agree, and did a statement go missing before it? */
export function TrustDays({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const days = useTrustDays(accountId);
  const columns = useColumns();
  // Until the bank gave a balance, the head of the screen says so.
  if (!days.data || days.data.length === 0) return null;
  return (
    <Section title={t('trustMore.days')}>
      <RowTable
        caption={t('trustMore.days')}
        rows={days.data}
        columns={columns}
        rowKey={(one) => one.on}
      />
      <MoreRows query={days} />
    </Section>
  );
}

function useColumns(): Column<TrustDay>[] {
  const { t } = useTranslation();
  return [
    { id: 'day', title: t('common.day'), cell: (one) => <Day on={one.on} /> },
    {
      id: 'agrees',
      title: t('common.state'),
      cell: (one) => <Agrees day={one} />,
    },
    {
      id: 'bank',
      title: t('trust.bank'),
      isNumber: true,
      cell: (one) => <Money cents={one.bankCents} />,
    },
    {
      id: 'booked',
      title: t('trustMore.booked'),
      isNumber: true,
      isWide: true,
      cell: (one) => <Money cents={one.bookedCents} />,
    },
    {
      id: 'difference',
      title: t('trustMore.difference'),
      isNumber: true,
      isWide: true,
      cell: (one) => <Money cents={one.differenceCents} quietZero />,
    },
  ];
}

function Agrees({ day }: { day: TrustDay }) {
  const { t } = useTranslation();
  return (
    <>
      <StateBadge tone={day.differenceCents === 0 ? 'good' : 'broken'}>
        {t(day.differenceCents === 0 ? 'trustMore.agrees' : 'trustMore.differs')}
      </StateBadge>
      {day.gapCents !== 0 && (
        <Text className="quiet" fz="sm">
          {t('trustMore.gap')} <Money cents={day.gapCents} />
        </Text>
      )}
    </>
  );
}
