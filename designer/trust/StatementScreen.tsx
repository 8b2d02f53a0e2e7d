import { Anchor, Box, Button, Group, Text } from '@mantine/core';
import { type CalendarDate, isCalendarDate } from '@inning/sdk';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Printer, Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Movement,
  type Period,
  statementFile,
  type TrustStatement,
  useTrustStatement,
} from '../api/trust.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { Screen } from '../ui/layout/Screen.tsx';
import { Section } from '../ui/layout/Section.tsx';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Day } from '../ui/values/Day.tsx';
import { Facts } from '../ui/values/Facts.tsx';
import { Money } from '../ui/values/Money.tsx';
import { useToday } from '../ui/values/today.tsx';

/** The statement of one creditor: what came in, was kept and was remitted, with a running balance. */
export function StatementScreen() {
  const { t } = useTranslation();
  const { creditorId } = useParams({ from: '/trust/$creditorId' });
  const period = usePeriod();
  const statement = useTrustStatement(creditorId, period);
  const name = statement.data?.creditorName ?? '';
  return (
    <Screen
      title={t('trust.statement', { name })}
      help={t('trust.statementHelp')}
      filters={<PeriodFields period={period} />}
    >
      <Loaded query={statement}>
        {(found) => (
          <>
            <Sums statement={found} files={<Files creditorId={creditorId} period={period} />} />
            <Lines statement={found} />
          </>
        )}
      </Loaded>
    </Screen>
  );
}

/** This year until today, unless the address says otherwise. */
function usePeriod(): Period {
  const { from, until } = useSearch({ from: '/trust/$creditorId' });
  const today = useToday();
  const day = (text: string | undefined, otherwise: CalendarDate) =>
    text && isCalendarDate(text) ? text : otherwise;
  return { from: day(from, `${today.slice(0, 4)}-01-01`), until: day(until, today) };
}

function PeriodFields({ period }: { period: Period }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/trust/$creditorId' });
  const change = (changed: Partial<Period>) =>
    void navigate({ search: { ...period, ...changed }, replace: true });
  return (
    <>
      <DayInput
        label={t('trust.since')}
        value={period.from}
        onChange={(from) => from && change({ from })}
      />
      <DayInput
        label={t('trust.until')}
        value={period.until}
        onChange={(until) => until && change({ until })}
      />
    </>
  );
}

function Files({ creditorId, period }: { creditorId: string; period: Period }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Anchor href={statementFile(creditorId, 'csv', period)} download>
        {t('trust.csv')}
      </Anchor>
      <Anchor href={statementFile(creditorId, 'mt940', period)} download>
        {t('trust.mt940')}
      </Anchor>
      <Button
        variant="default"
        size="xs"
        leftSection={<Printer size={15} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('trust.print')}
      </Button>
    </Group>
  );
}

function Sums({ statement, files }: { statement: TrustStatement; files: ReactNode }) {
  const { t } = useTranslation();
  const { onItsWayCents, onHoldCents, recoverableCents } = statement;
  const rare = (amount: typeof onItsWayCents) => (amount === 0 ? null : <Money cents={amount} />);
  return (
    <Section title={`${statement.accountName} · ${statement.iban}`} aside={files}>
      <Box maw={520}>
        <Facts
          isNumeric
          rows={[
            [t('trust.opening'), <Money key="opening" cents={statement.openingCents} />],
            [t('trust.received'), <Money key="received" cents={statement.receivedCents} />],
            [t('trust.fee'), <Money key="fee" cents={statement.feeCents} />],
            [t('trust.remitted'), <Money key="remitted" cents={statement.remittedCents} />],
            [t('trust.closing'), <Money key="closing" cents={statement.closingCents} />],
            [t('trust.onItsWay'), rare(onItsWayCents)],
            [t('trust.onHold'), rare(onHoldCents)],
            [t('trust.recoverable'), rare(recoverableCents)],
          ]}
        />
      </Box>
    </Section>
  );
}

function Lines({ statement }: { statement: TrustStatement }) {
  const { t } = useTranslation();
  if (statement.items.length === 0) {
    return <EmptyState icon={Scale} title={t('trust.empty')} hint={t('trust.emptyHint')} />;
  }
  const columns: Column<Movement>[] = [
    { id: 'day', title: t('common.day'), cell: (one) => <Day on={one.bookedOn} /> },
    {
      id: 'what',
      title: t('trust.what'),
      cell: (one) => (
        <>
          {t(`trust.kinds.${one.kind}`)}
          <Text className="quiet" fz="sm">
            {[one.invoiceNumber, one.debtorName].filter(Boolean).join(' · ')}
          </Text>
        </>
      ),
    },
    {
      id: 'fee',
      title: t('trust.fee'),
      isNumber: true,
      isWide: true,
      cell: (one) => <Money cents={one.feeCents} quietZero />,
    },
    {
      id: 'amount',
      title: t('common.amount'),
      isNumber: true,
      cell: (one) => <Money cents={one.grossCents} />,
    },
    {
      id: 'balance',
      title: t('trust.balance'),
      isNumber: true,
      cell: (one) => <Money cents={one.balanceAfterCents} />,
    },
  ];
  return (
    <>
      <RowTable
        caption={t('trust.statement', { name: statement.creditorName })}
        rows={statement.items}
        columns={columns}
        rowKey={(one) => one.id}
      />
      {statement.nextCursor && <Text className="quiet">{t('trust.more')}</Text>}
    </>
  );
}
