import { useTranslation } from 'react-i18next';
import { type ImportRow, useImports } from '../api/imports.ts';
import { Section } from '../ui/layout/Section.tsx';
import { MoreRows } from '../ui/lists/MoreRows.tsx';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { Instant } from '../ui/values/Day.tsx';
import { useFormat } from '../ui/values/format.ts';
import { totalCounts } from './total-counts.ts';

/** What was taken over before in this administration. */
export function EarlierImports({ administrationId }: { administrationId: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const imports = useImports(administrationId);
  if (!imports.data || imports.data.length === 0) return null;
  const columns: Column<ImportRow>[] = [
    {
      id: 'files',
      title: t('imports.files'),
      cell: (one) => one.files.map(({ name }) => name).join(', '),
    },
    { id: 'at', title: t('common.day'), cell: (one) => <Instant at={one.at} /> },
    { id: 'by', title: t('imports.by'), isWide: true, cell: (one) => one.by },
    ...(['new', 'changed', 'refused'] as const).map((status): Column<ImportRow> => ({
      id: status,
      title: t(`imports.statuses.${status}`),
      isNumber: true,
      isWide: status !== 'new',
      cell: (one) => format.count(totalCounts(one.files)[status]),
    })),
  ];
  return (
    <Section title={t('imports.earlier')}>
      <RowTable
        caption={t('imports.earlier')}
        rows={imports.data}
        columns={columns}
        rowKey={(one) => one.id}
      />
      <MoreRows query={imports} />
    </Section>
  );
}
