import { cents } from '@inning/sdk';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReadRow, TablePreview } from '../../api/statement-tables.ts';
import { type Column, RowTable } from '../../ui/lists/RowTable.tsx';
import { Day } from '../../ui/values/Day.tsx';
import { useFormat } from '../../ui/values/format.ts';
import { Money } from '../../ui/values/Money.tsx';

/** The first rows as they would be read, and what all of them come to. */
export function ReadRows({ preview }: { preview: TablePreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns();
  const { rows, rowCount, receivedCents, paidCents } = preview;
  if (rows.length === 0) return null;
  return (
    <div>
      <Text fw={600} mb={4}>
        {t('statementColumns.readSo')}
      </Text>
      <RowTable
        caption={t('statementColumns.readSo')}
        rows={rows}
        columns={columns}
        rowKey={(row) => String(row.line)}
      />
      <Text fz="sm" mt="xs">
        {t('statementColumns.totals', {
          count: rowCount,
          received: format.money(receivedCents),
          paid: format.money(cents(0 - paidCents)),
        })}
      </Text>
    </div>
  );
}

function useColumns(): Column<ReadRow>[] {
  const { t } = useTranslation();
  return [
    { id: 'on', title: t('common.day'), cell: (row) => <Day on={row.bookedOn} /> },
    {
      id: 'from',
      title: t('bank.counterparty'),
      cell: (row) => (
        <TwoLines first={row.counterpartyName ?? '–'} second={row.counterpartyAccount} />
      ),
    },
    {
      id: 'text',
      title: t('statementColumns.fields.description'),
      isWide: true,
      cell: (row) => <TwoLines first={row.description || '–'} second={row.reference} />,
    },
    {
      id: 'amount',
      title: t('common.amount'),
      isNumber: true,
      cell: (row) => <Money cents={row.amountCents} currency={row.currency} />,
    },
  ];
}

function TwoLines({ first, second }: { first: string; second: string | null }) {
  return (
    <>
      {first}
      {second && (
        <Text className="quiet" fz="sm" style={{ overflowWrap: 'anywhere' }}>
          {second}
        </Text>
      )}
    </>
  );
}
