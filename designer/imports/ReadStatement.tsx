import { Anchor, Paper, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StatementFile } from '../api/bank.ts';
import { Facts } from '../ui/values/Facts.tsx';
import { StatementWarnings } from '../bank/StatementWarnings.tsx';
import { useFormat } from '../ui/values/format.ts';

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
        <Counts file={file} administrationId={administrationId} />
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

function Counts({ file, administrationId }: ReadStatementProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const linked = (state: 'plausible' | 'unmatched', count: number) => (
    <Anchor
      component={Link}
      to="/bank"
      search={{ administrationId, view: 'lines', state } as never}
    >
      {format.count(count)}
    </Anchor>
  );
  return (
    <Facts
      rows={[
        [t('bank.statements'), format.count(file.statements)],
        [t('bank.newLines'), format.count(file.newCount)],
        [t('bank.knownLines'), file.knownCount > 0 ? format.count(file.knownCount) : null],
        [t('bank.states.matched'), format.count(file.matchedCount)],
        [t('bank.reversed'), file.reversedCount > 0 ? format.count(file.reversedCount) : null],
        [t('bank.states.plausible'), linked('plausible', file.plausibleCount)],
        [t('bank.states.unmatched'), linked('unmatched', file.unmatchedCount)],
      ]}
    />
  );
}
