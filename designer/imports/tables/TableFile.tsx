import { Autocomplete, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementFile } from '../../api/bank.ts';
import {
  type DayOrder,
  type DecimalMark,
  type TablePreview,
  type TableReading,
  useTablePreview,
} from '../../api/statement-tables.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';
import { ColumnForm } from '../ColumnForm.tsx';
import { Working } from '../Working.tsx';
import { BookTable } from './BookTable.tsx';
import { ReadRows } from './ReadRows.tsx';
import { TableProblems } from './TableProblems.tsx';

type TableFileProps = {
  readonly file: File;
  readonly administrationId: string;
  readonly onRead: (result: StatementFile) => void;
};

/** The first fields are what every bank writes; the others are asked for by whoever needs them. */
const ASKED_FIELDS = 5;

/** A table of bookings that nobody knows: a person says what is where, and sees how it is read. */
export function TableFile({ file, administrationId, onRead }: TableFileProps) {
  const { t } = useTranslation();
  const [said, say] = useState<TableReading>();
  const preview = useTablePreview({ administrationId, file, reading: said });
  return (
    <Paper withBorder p="md" radius="md">
      <Title order={2} fz="md">
        {file.name}
      </Title>
      {preview.isPending && <Working text={t('statementColumns.looking')} />}
      {preview.isError && <ErrorState error={preview.error} />}
      {preview.data && (
        <Stack gap="md" aria-busy={preview.isFetching}>
          <Text className="quiet">
            {preview.data.rememberedBy
              ? t('statementColumns.asBefore', { name: preview.data.rememberedBy })
              : t('statementColumns.unknown')}
          </Text>
          <Columns preview={preview.data} said={said} onSaid={say} />
          <TableProblems preview={preview.data} />
          <ReadRows preview={preview.data} />
          <BookTable
            file={file}
            administrationId={administrationId}
            preview={preview.data}
            isStale={preview.isFetching || preview.isError}
            onRead={onRead}
          />
        </Stack>
      )}
    </Paper>
  );
}

type ColumnsProps = {
  readonly preview: TablePreview;
  readonly said: TableReading | undefined;
  readonly onSaid: (reading: TableReading) => void;
};

/** What is said first agrees with the whole guess, so that it no longer changes by itself. */
function Columns({ preview, said, onSaid }: ColumnsProps) {
  const { t } = useTranslation();
  const guess = Object.fromEntries(
    preview.fields.flatMap(({ field, header }) => (header === null ? [] : [[field, header]])),
  );
  const reading = said ?? { ...preview.reading, columns: { ...guess, ...preview.reading.columns } };
  const change = (part: Partial<TableReading>) => onSaid({ ...reading, ...part });
  const nameOfColumn = preview.hasHeaders ? null : t('statementColumns.numbered');
  return (
    <ColumnForm
      isLive
      most={ASKED_FIELDS}
      question={preview}
      chosen={reading.columns}
      nameOf={(field) => t(`statementColumns.fields.${field}` as 'statementColumns.fields.amount')}
      onChosen={(columns) => change({ columns })}
    >
      {nameOfColumn && (
        <Text className="quiet" fz="sm" mb="sm">
          {nameOfColumn}
        </Text>
      )}
      <Group align="flex-start" gap="md">
        {!preview.namesAccount && <Account preview={preview} {...{ reading, change }} />}
        <Styles preview={preview} {...{ reading, change }} />
      </Group>
    </ColumnForm>
  );
}

type PartProps = {
  readonly preview: TablePreview;
  readonly reading: TableReading;
  readonly change: (part: Partial<TableReading>) => void;
};

function Account({ preview, reading, change }: PartProps) {
  const { t } = useTranslation();
  const [typed, type] = useState(reading.account);
  return (
    <Autocomplete
      label={t('statementColumns.account')}
      description={t('statementColumns.accountHint')}
      data={[...preview.knownAccounts]}
      value={typed}
      required
      maxLength={40}
      w={{ base: '100%', xs: 300 }}
      onChange={type}
      onOptionSubmit={(account) => change({ account })}
      onBlur={() => typed !== reading.account && change({ account: typed })}
      error={typed.trim() === '' ? t('statementColumns.accountMissing') : undefined}
    />
  );
}

const DAY_ORDERS: readonly DayOrder[] = ['day-first', 'month-first', 'year-first'];
const DECIMAL_MARKS: readonly DecimalMark[] = [',', '.'];

/** Asked only where the table can be read in two ways. */
function Styles({ preview, reading, change }: PartProps) {
  const { t } = useTranslation();
  const { styles } = reading;
  const isUnclear = (code: string) => preview.problems.some((one) => one.code === code);
  return (
    <>
      {(styles.dayOrder || isUnclear('DAY_UNCLEAR')) && (
        <Select
          label={t('statementColumns.dayOrder')}
          description={t('statementColumns.dayOrderHint')}
          placeholder={t('statementColumns.choose')}
          data={DAY_ORDERS.map((value) => ({
            value,
            label: t(`statementColumns.dayOrders.${value}`),
          }))}
          value={styles.dayOrder ?? null}
          onChange={(value) =>
            value && change({ styles: { ...styles, dayOrder: value as DayOrder } })
          }
        />
      )}
      {(styles.decimalMark || isUnclear('AMOUNT_UNCLEAR')) && (
        <Select
          label={t('statementColumns.decimalMark')}
          description={t('statementColumns.decimalMarkHint')}
          placeholder={t('statementColumns.choose')}
          data={DECIMAL_MARKS.map((value) => ({
            value,
            label: t(`statementColumns.decimalMarks.${value === ',' ? 'comma' : 'point'}`),
          }))}
          value={styles.decimalMark ?? null}
          onChange={(value) =>
            value && change({ styles: { ...styles, decimalMark: value as DecimalMark } })
          }
        />
      )}
    </>
  );
}
