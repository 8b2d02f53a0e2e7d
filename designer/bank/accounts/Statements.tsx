import { Box, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type BankStatement, useBankStatements } from '../../api/bank-statements.ts';
import { MoreRows } from '../../ui/lists/MoreRows.tsx';
import { type Column, RowTable } from '../../ui/lists/RowTable.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { Day, Instant } from '../../ui/values/Day.tsx';
import { Money } from '../../ui/values/Money.tsx';
import { UndoStatement } from './UndoStatement.tsx';

/** Every statement that was read, with what went by itself; that can be taken back in one go. */
export function Statements({ administrationId }: { administrationId: string | undefined }) {
  const { t } = useTranslation();
  const statements = useBankStatements(administrationId);
  const columns: Column<BankStatement>[] = [
    { id: 'what', title: t('bankStatements.what'), cell: (one) => <What statement={one} /> },
    {
      id: 'read',
      title: t('bankWork.readAt'),
      isWide: true,
      cell: (one) => <Instant at={one.receivedAt} />,
    },
    { id: 'lines', title: t('bankStatements.lines'), cell: (one) => <Lines statement={one} /> },
    {
      id: 'total',
      title: t('bankStatements.total'),
      isNumber: true,
      isWide: true,
      cell: (one) => <Money cents={one.totalCents} />,
    },
    {
      id: 'undo',
      title: '',
      isNumber: true,
      isWide: true,
      cell: (one) => <UndoStatement statement={one} />,
    },
  ];
  return (
    <Loaded query={statements}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState icon={FileText} title={t('bankWork.never')} hint={t('bank.emptyHint')} />
        ) : (
          <>
            <RowTable
              caption={t('bankStatements.title')}
              rows={rows}
              columns={columns}
              rowKey={(one) => one.id}
            />
            <MoreRows query={statements} />
          </>
        )
      }
    </Loaded>
  );
}

function What({ statement }: { statement: BankStatement }) {
  const { account, openingOn, closingOn, fileName } = statement;
  return (
    <>
      {closingOn && <Day on={closingOn} />}
      {!closingOn && openingOn && <Day on={openingOn} />}
      <Text className="quiet" fz="sm" style={{ overflowWrap: 'anywhere' }}>
        {[account, fileName].filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}

function Lines({ statement }: { statement: BankStatement }) {
  const { t } = useTranslation();
  const { lineCount, automaticCount, waitingCount, administrationId } = statement;
  return (
    <>
      {t('bankStatements.count', { count: lineCount })}
      <Text className="quiet" fz="sm">
        {t('bankStatements.byItself', { count: automaticCount })}
        {waitingCount > 0 && (
          <>
            {' · '}
            <Link to="/bank" search={{ view: 'work', administrationId }}>
              {t('bankStatements.waits', { count: waitingCount })}
            </Link>
          </>
        )}
      </Text>
      <Box hiddenFrom="sm" mt={6}>
        <UndoStatement statement={statement} />
      </Box>
    </>
  );
}
