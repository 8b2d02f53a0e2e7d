import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ImportRow, useImports } from '../api/imports.ts';
import { Section } from '../ui/layout/Section.tsx';
import { MoreRows } from '../ui/lists/MoreRows.tsx';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { Instant } from '../ui/values/Day.tsx';
import { useFormat } from '../ui/values/format.ts';
import { StateBadge } from '../ui/values/StateBadge.tsx';

/** What was taken over before in this administration. */
export function EarlierImports({ administrationId }: { administrationId: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const imports = useImports(administrationId);
  const taken = (imports.data ?? []).filter((one) => one.state !== 'previewed');
  if (taken.length === 0) return null;
  const columns: Column<ImportRow>[] = [
    {
      id: 'files',
      title: t('imports.files'),
      cell: (one) => one.files.map(({ name }) => name).join(', '),
    },
    { id: 'at', title: t('common.day'), cell: (one) => <Instant at={one.at} /> },
    {
      id: 'state',
      title: t('common.state'),
      cell: (one) => <ImportState of={one} />,
    },
    { id: 'by', title: t('imports.by'), isWide: true, cell: (one) => one.by },
    ...(['new', 'changed', 'refused'] as const).map((status): Column<ImportRow> => ({
      id: status,
      title: t(`imports.statuses.${status}`),
      isNumber: true,
      isWide: status !== 'new',
      cell: (one) => format.count(one.counts[status]),
    })),
  ];
  return (
    <Section title={t('imports.earlier')}>
      <RowTable
        caption={t('imports.earlier')}
        rows={taken}
        columns={columns}
        rowKey={(one) => one.id}
      />
      <MoreRows query={imports} />
    </Section>
  );
}

function ImportState({ of }: { of: ImportRow }) {
  const { t } = useTranslation();
  if (of.state === 'failed') {
    return (
      <>
        <StateBadge tone="broken">{t('imports.states.failed')}</StateBadge>
        <Text fz="sm">{of.failure?.message}</Text>
      </>
    );
  }
  const isDone = of.state === 'committed';
  return (
    <StateBadge tone={isDone ? 'good' : 'late'}>
      {isDone ? t('imports.states.committed') : t('imports.states.committing')}
    </StateBadge>
  );
}
