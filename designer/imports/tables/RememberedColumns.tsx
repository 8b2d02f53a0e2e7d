import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type StatementMapping,
  useForgetMapping,
  useStatementMappings,
} from '../../api/statement-tables.ts';
import { ForgetButton } from '../../ui/ForgetButton.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { MoreRows } from '../../ui/lists/MoreRows.tsx';
import { type Column, RowTable } from '../../ui/lists/RowTable.tsx';
import { Instant } from '../../ui/values/Day.tsx';

/** How people said that tables are read: used by itself for the next file, until it is forgotten. */
export function RememberedColumns({ administrationId }: { administrationId: string }) {
  const { t } = useTranslation();
  const mappings = useStatementMappings(administrationId);
  const rows = mappings.data ?? [];
  if (rows.length === 0) return null;
  const columns: Column<StatementMapping>[] = [
    {
      id: 'account',
      title: t('bankWork.account'),
      cell: (one) => one.account ?? t('statementColumns.inTable'),
    },
    {
      id: 'columns',
      title: t('statementColumns.columns'),
      isWide: true,
      cell: (one) =>
        one.columns
          .map(({ field, header }) => {
            const name = t(`statementColumns.fields.${field}` as 'statementColumns.fields.amount');
            return `${name}: ${header}`;
          })
          .join(', '),
    },
    {
      id: 'by',
      title: t('imports.by'),
      cell: (one) => (
        <>
          {one.rememberedBy}
          <Text className="quiet" fz="sm">
            <Instant at={one.rememberedAt} />
          </Text>
        </>
      ),
    },
    { id: 'forget', title: '', isNumber: true, cell: (one) => <Forget mapping={one} /> },
  ];
  return (
    <Section title={t('statementColumns.remembered')}>
      <Text className="quiet" fz="sm" mb="xs">
        {t('statementColumns.rememberedSays')}
      </Text>
      <RowTable
        caption={t('statementColumns.remembered')}
        rows={rows}
        columns={columns}
        rowKey={(one) => one.id}
      />
      <MoreRows query={mappings} />
    </Section>
  );
}

function Forget({ mapping }: { mapping: StatementMapping }) {
  const { t } = useTranslation();
  const forget = useForgetMapping(t('statementColumns.forgotten'));
  return <ForgetButton isBusy={forget.isPending} onForget={() => forget.mutate(mapping.id)} />;
}
