import { Alert, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TablePreview, TableProblem } from '../../api/statement-tables.ts';
import { type Column, RowTable } from '../../ui/lists/RowTable.tsx';
import { useSayPlace } from '../say-place.ts';

/** What cannot be read, cell by cell, and what is still missing. While there is any, nothing is booked. */
export function TableProblems({ preview }: { preview: TablePreview }) {
  const { t } = useTranslation();
  const { missing, problems, problemCount, warnings } = preview;
  const notes = warnings.map(({ code, message, line }) => {
    const said = t(`statementColumns.notes.${code}` as 'statementColumns.notes.LINE_ZERO', {
      defaultValue: message,
    });
    return line !== null && code !== 'BALANCES_MISSING'
      ? `${t('imports.line', { line })}: ${said}`
      : said;
  });
  return (
    <>
      {missing.length > 0 && (
        <Alert role="status" color="late" icon={<TriangleAlert size={18} />}>
          {t('statementColumns.missing', {
            fields: missing
              .map((field) =>
                t(`statementColumns.fields.${field}` as 'statementColumns.fields.amount'),
              )
              .join(', '),
          })}
        </Alert>
      )}
      {problemCount > 0 && (
        <Alert
          role="status"
          color="broken"
          icon={<TriangleAlert size={18} />}
          title={t('statementColumns.problems', { count: problemCount })}
        >
          <Text fz="sm" mb="xs">
            {t('statementColumns.problemsSay')}
          </Text>
          <Problems problems={problems} />
          {problemCount > problems.length && (
            <Text className="quiet" fz="sm" mt="xs">
              {t('imports.firstOnly', { shown: problems.length, count: problemCount })}
            </Text>
          )}
        </Alert>
      )}
      {notes.map((note) => (
        <Text key={note} className="quiet" fz="sm">
          {note}
        </Text>
      ))}
    </>
  );
}

function Problems({ problems }: { problems: readonly TableProblem[] }) {
  const { t } = useTranslation();
  const sayPlace = useSayPlace();
  const columns: Column<TableProblem>[] = [
    { id: 'place', title: t('imports.place'), cell: ({ place }) => sayPlace(place) },
    { id: 'value', title: t('statementColumns.stands'), cell: ({ value }) => value || '–' },
    {
      id: 'why',
      title: t('common.reason'),
      cell: ({ code, message }) =>
        t(`statementColumns.why.${code}` as 'statementColumns.why.DAY_MISSING', {
          defaultValue: message,
        }),
    },
  ];
  return (
    <RowTable
      caption={t('statementColumns.problemCells')}
      rows={problems}
      columns={columns}
      rowKey={({ place }) => `${place.line} ${place.field}`}
    />
  );
}
