import { cents, sumCents } from '@inning/sdk';
import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type HeldFor, type Standing, type TrustDay, useStanding } from '../api/trust.ts';
import { Section } from '../ui/layout/Section.tsx';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Facts } from '../ui/values/Facts.tsx';
import { useFormat } from '../ui/values/format.ts';
import { Money } from '../ui/values/Money.tsx';
import { StateBadge } from '../ui/values/StateBadge.tsx';
import { StatementLink } from './CreditorLinks.tsx';
import { TrustTermsButton } from './TrustTerms.tsx';

type TrustStandingProps = { readonly accountId: string; readonly mayChange: boolean };

/** What there is, whose it is, and whether the bank agrees. */
export function TrustStanding({ accountId, mayChange }: TrustStandingProps) {
  const { t } = useTranslation();
  const standing = useStanding(accountId);
  return (
    <Loaded query={standing}>
      {(found) => (
        <>
          <Section
            title={`${found.account.name} · ${found.account.iban}`}
            aside={<Agreement day={found.days[0]} />}
          >
            <Parts standing={found} />
          </Section>
          <Section title={t('trust.perCreditor')} aside={mayChange ? <TrustTermsButton /> : null}>
            <Held creditors={found.creditors} />
          </Section>
        </>
      )}
    </Loaded>
  );
}

function Agreement({ day }: { day: TrustDay | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!day) return <StateBadge tone="quiet">{t('trust.noDay')}</StateBadge>;
  const on = format.day(day.on);
  if (day.differenceCents === 0) {
    return <StateBadge tone="good">{t('trust.closes', { day: on })}</StateBadge>;
  }
  const amount = format.money(day.differenceCents);
  return <StateBadge tone="broken">{t('trust.differs', { day: on, amount })}</StateBadge>;
}

/** The parts of the balance; what is zero and rarely there is left out. */
function Parts({ standing: { account, creditors } }: { standing: Standing }) {
  const { t } = useTranslation();
  const sum = (field: 'heldCents' | 'onItsWayCents' | 'recoverableCents') =>
    sumCents(creditors.map((one) => one[field]));
  const rare = (amount: number) => (amount === 0 ? null : <Money cents={cents(amount)} />);
  return (
    <Box maw={520}>
      <Facts
        isNumeric
        rows={[
          [t('trust.bank'), <Money key="bank" cents={account.bankCents} />],
          [t('trust.held'), <Money key="held" cents={sum('heldCents')} />],
          [t('trust.onItsWay'), <Money key="way" cents={sum('onItsWayCents')} />],
          [t('trust.unallocated'), <Money key="un" cents={account.unallocatedCents} />],
          [t('trust.agency'), <Money key="agency" cents={account.agencyCents} />],
          [t('trust.recoverable'), rare(sum('recoverableCents'))],
          [t('trust.unexplained'), rare(account.unexplainedCents)],
        ]}
      />
    </Box>
  );
}

function Held({ creditors }: { creditors: readonly HeldFor[] }) {
  const { t } = useTranslation();
  if (creditors.length === 0) return <Text className="quiet">{t('trust.noCreditors')}</Text>;
  const columns: Column<HeldFor>[] = [
    {
      id: 'creditor',
      title: t('trust.creditor'),
      cell: (one) => <StatementLink id={one.creditorId} name={one.creditorName} />,
    },
    {
      id: 'held',
      title: t('trust.held'),
      isNumber: true,
      cell: (one) => <Money cents={one.heldCents} quietZero />,
    },
    {
      id: 'way',
      title: t('trust.onItsWay'),
      isNumber: true,
      isWide: true,
      cell: (one) => <Money cents={one.onItsWayCents} quietZero />,
    },
    {
      id: 'owed',
      title: t('trust.recoverable'),
      isNumber: true,
      isWide: true,
      cell: (one) => <Money cents={one.recoverableCents} quietZero />,
    },
  ];
  return (
    <RowTable
      caption={t('trust.perCreditor')}
      rows={creditors}
      columns={columns}
      rowKey={(one) => one.creditorId}
    />
  );
}
