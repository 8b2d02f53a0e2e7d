import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StatementFile } from '../api/bank.ts';
import { StatementWarnings } from '../bank/StatementWarnings.tsx';
import { StatementCounts } from './StatementCounts.tsx';

type ReadStatementProps = { readonly file: StatementFile; readonly administrationId: string };

/** What became of a file with bank statements. */
export function ReadStatement({ file, administrationId }: ReadStatementProps) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="md" radius="md">
      <Title order={2} fz="md">
        {file.name}
      </Title>
      {file.readAsBy && (
        <Text className="quiet" fz="sm">
          {t('statementColumns.readAs', { name: file.readAsBy })}
        </Text>
      )}
      {file.refused === null ? (
        <Taken file={file} administrationId={administrationId} />
      ) : (
        <Text c="var(--broken)" role="alert">
          {t(`refusals.${file.code}` as 'errors.unexpected', {
            said: file.refused,
            file: file.name,
            defaultValue: file.refused,
          })}
        </Text>
      )}
      <StatementWarnings warnings={file.warnings} />
    </Paper>
  );
}

/** Of a large statement it is told below how far it is. */
function Taken({ file, administrationId }: ReadStatementProps) {
  const { t } = useTranslation();
  const isAccepted = file.underWay.length > 0;
  const isAll = isAccepted && file.underWay.length === file.statements;
  return (
    <>
      {isAccepted && <Text role="status">{t('arrivals.accepted')}</Text>}
      {!isAll && (
        <StatementCounts
          counts={file}
          statements={file.statements - file.underWay.length}
          administrationId={administrationId}
        />
      )}
    </>
  );
}
