import { Button, Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type StatementFile, useReadStatements } from '../../api/bank.ts';
import type { TablePreview } from '../../api/statement-tables.ts';
import { ErrorState } from '../../ui/states/ErrorState.tsx';

type BookTableProps = {
  readonly file: File;
  readonly administrationId: string;
  readonly preview: TablePreview;
  /** True while what is shown is not yet what was chosen. */
  readonly isStale: boolean;
  readonly onRead: (result: StatementFile) => void;
};

/** Takes the rows over as they are shown, and remembers how when somebody wants that. */
export function BookTable({ file, administrationId, preview, isStale, onRead }: BookTableProps) {
  const { t } = useTranslation();
  const read = useReadStatements();
  const [isKept, keep] = useState(true);
  const { reading, fields, rowCount, problemCount, missing, namesAccount } = preview;
  const isReady =
    rowCount > 0 &&
    problemCount === 0 &&
    missing.length === 0 &&
    (namesAccount || reading.account !== '');
  const shown = Object.fromEntries(
    fields.flatMap(({ field, header }) => (header === null ? [] : [[field, header]])),
  );
  const account = namesAccount ? '' : reading.account;
  const columns = { ...reading.columns, ...shown };
  const request = { administrationId, files: [file], reading: { ...reading, account, columns } };
  const book = () =>
    read.mutate(
      { ...request, remember: isKept && preview.hasHeaders },
      { onSuccess: ({ files: [result] }) => result && onRead({ ...result, asksColumns: false }) },
    );
  return (
    <Stack gap="sm" align="flex-start">
      {preview.hasHeaders && (
        <Checkbox
          label={t('statementColumns.remember')}
          description={t('statementColumns.rememberHint')}
          checked={isKept}
          onChange={({ currentTarget }) => keep(currentTarget.checked)}
        />
      )}
      <Button onClick={book} loading={read.isPending} disabled={!isReady || isStale}>
        {t('statementColumns.book', { count: rowCount })}
      </Button>
      {read.isError && <ErrorState error={read.error} />}
    </Stack>
  );
}
