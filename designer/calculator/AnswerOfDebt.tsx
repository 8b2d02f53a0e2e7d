import { Alert, Button, Group, Table, Text, Title } from '@mantine/core';
import { Printer, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DebtAnswer } from '../api/calculator.ts';
import { Facts } from '../ui/values/Facts.tsx';
import { useFormat, useLocale } from '../ui/values/format.ts';
import { Money } from '../ui/values/Money.tsx';
import styles from './calculator.module.css';

/** The sum, its parts, every period and line, and where it is written. */
export function AnswerOfDebt({ answer }: { answer: DebtAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { costs, interest, warnings } = answer;
  return (
    <section aria-label={t('calculator.answer')}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text className="quiet">{t('calculator.answer')}</Text>
          <Text fz={28} fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
            {format.money(answer.totalCents)}
          </Text>
        </div>
        <Button
          className={styles.noPrint ?? ''}
          variant="default"
          leftSection={<Printer size={15} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('calculator.print')}
        </Button>
      </Group>
      <Facts
        isNumeric
        rows={[
          [t('invoices.principal'), <Money key="p" cents={answer.openPrincipalCents} />],
          [t('invoices.interest'), <Money key="i" cents={answer.openInterestCents} />],
          [t('calculator.costs'), <Money key="c" cents={answer.costsCents} />],
          ...(interest.excessCents > 0
            ? ([[t('calculator.excess'), <Money key="e" cents={interest.excessCents} />]] as const)
            : []),
        ]}
      />
      {warnings.map(({ code, sentence }) => (
        <Alert key={code} mt="md" color="yellow" icon={<TriangleAlert size={18} aria-hidden />}>
          {sentence}
        </Alert>
      ))}
      <Title order={2} fz="md" mt="lg">
        {t('invoices.interest')}
      </Title>
      <Periods of={interest.periods} />
      <Ground of={interest.ground} />
      <Title order={2} fz="md" mt="lg">
        {t('calculator.costs')}
      </Title>
      {costs.lines.map(({ sentence }) => (
        <Text key={sentence} style={{ fontVariantNumeric: 'tabular-nums' }}>
          {sentence}
        </Text>
      ))}
      <Ground of={costs.ground} />
    </section>
  );
}

function Periods({ of }: { of: DebtAnswer['interest']['periods'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const locale = useLocale();
  if (of.length === 0) return <Text>{t('calculator.noInterest')}</Text>;
  const percent = (text: string) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(Number(text));
  return (
    // It scrolls by itself on a phone, and can be reached to do so.
    <div className={styles.periods} tabIndex={0} role="group" aria-label={t('invoices.interest')}>
      <Table fz="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('calculator.from')}</Table.Th>
            <Table.Th ta="right">{t('calculator.days')}</Table.Th>
            <Table.Th ta="right">%</Table.Th>
            <Table.Th ta="right">{t('calculator.over')}</Table.Th>
            <Table.Th ta="right">{t('invoices.interest')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.map((one) => (
            <Table.Tr key={one.from}>
              <Table.Td>{format.day(one.from)}</Table.Td>
              <Table.Td ta="right">{one.days}</Table.Td>
              <Table.Td ta="right">{percent(one.percent)}</Table.Td>
              <Table.Td ta="right">{format.money(one.baseCents)}</Table.Td>
              <Table.Td ta="right">{format.money(one.interestCents)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const Ground = ({ of }: { of: DebtAnswer['costs']['ground'] }) => (
  <Text fz="sm" mt={4} className="quiet">
    {of.sentence} ({of.article})
  </Text>
);
