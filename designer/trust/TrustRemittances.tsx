import { type Cents, cents, sumCents } from '@inning/sdk';
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Remittable, usePropose, useRemittable, useRemittances } from '../api/trust.ts';
import { Section } from '../ui/layout/Section.tsx';
import { MoreRows } from '../ui/lists/MoreRows.tsx';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { useFormat } from '../ui/values/format.ts';
import { Money } from '../ui/values/Money.tsx';
import { HeldPayee } from './HeldPayee.tsx';
import { RemittanceCard } from './RemittanceCard.tsx';

/** What can go to creditors, and what was made of that before. */
export function TrustRemittances({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const remittable = useRemittable(accountId);
  const remittances = useRemittances(accountId);
  return (
    <>
      <Section title={t('trust.remit')}>
        <Loaded query={remittable}>
          {({ items }) => <Propose accountId={accountId} items={items} />}
        </Loaded>
      </Section>
      <Section title={t('trust.remittances')}>
        <Loaded query={remittances}>
          {(rows) =>
            rows.length === 0 ? (
              <Text className="quiet">{t('trust.noRemittances')}</Text>
            ) : (
              <>
                {rows.map((remittance) => (
                  <RemittanceCard key={remittance.id} remittance={remittance} />
                ))}
                <MoreRows query={remittances} />
              </>
            )
          }
        </Loaded>
      </Section>
    </>
  );
}

function Propose({ accountId, items }: { accountId: string; items: readonly Remittable[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const propose = usePropose(accountId, t('trust.proposed'));
  const columns = useColumns();
  const ready = items.filter((one) => one.amountCents > 0 && one.iban !== null && !one.isHeld);
  const shown = items.filter((one) => one.amountCents !== 0 || one.onHoldCents !== 0);
  const total: Cents = sumCents(ready.map((one) => cents(one.amountCents)));
  if (shown.length === 0) return <Text className="quiet">{t('trust.nothingToRemit')}</Text>;
  return (
    <>
      <RowTable
        caption={t('trust.remit')}
        rows={shown}
        columns={columns}
        rowKey={(one) => one.creditorId}
        isStacked
      />
      {ready.length > 0 && (
        <Button
          mt="sm"
          loading={propose.isPending}
          onClick={() => propose.mutate(ready.map((one) => one.creditorId))}
        >
          {t('trust.propose', { amount: format.money(total) })}
        </Button>
      )}
    </>
  );
}

function useColumns(): Column<Remittable>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'creditor',
      title: t('trust.creditor'),
      cell: (one) => (
        <>
          {one.creditorName}
          <Text className="quiet" fz="sm">
            {one.iban ?? t('trust.noIban')}
          </Text>
          {one.isHeld && <HeldPayee {...one} />}
        </>
      ),
    },
    {
      id: 'count',
      title: t('trust.invoices'),
      isNumber: true,
      isWide: true,
      cell: (one) => one.invoiceCount,
    },
    {
      id: 'hold',
      title: t('trust.onHold'),
      isNumber: true,
      isWide: true,
      cell: (one) => <Money cents={one.onHoldCents} quietZero />,
    },
    {
      id: 'amount',
      title: t('trust.remittable'),
      isNumber: true,
      cell: (one) => <Money cents={one.amountCents} quietZero />,
    },
  ];
}
