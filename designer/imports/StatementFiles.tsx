import { Alert, Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type StatementFile, useReadStatements } from '../api/bank.ts';
import { FileDrop } from '../ui/FileDrop.tsx';
import { ErrorState } from '../ui/states/ErrorState.tsx';
import { Facts } from '../ui/values/Facts.tsx';
import { useFormat } from '../ui/values/format.ts';
import { Working } from './Working.tsx';

type StatementFilesProps = { readonly administrationId: string | null };

/** Bank statements are booked at once: a line counts once, however often it is delivered. */
export function StatementFiles({ administrationId }: StatementFilesProps) {
  const { t } = useTranslation();
  const read = useReadStatements();
  return (
    <Stack>
      <FileDrop
        hint={administrationId ? t('imports.dropStatements') : t('imports.chooseFirst')}
        accept=".xml,.sta,.mt940,.940,.txt,.swi"
        isBusy={read.isPending}
        isDisabled={administrationId === null}
        onFiles={(files) => administrationId && read.mutate({ administrationId, files })}
      />
      {read.isPending && <Working text={t('imports.matching')} />}
      {read.isError && <ErrorState error={read.error} />}
      {read.data?.files.map((file) => (
        <ReadFile key={file.name} file={file} administrationId={administrationId} />
      ))}
    </Stack>
  );
}

type ReadFileProps = { readonly file: StatementFile; readonly administrationId: string | null };

function ReadFile({ file, administrationId }: ReadFileProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const search = administrationId ? { administrationId } : {};
  return (
    <Paper withBorder p="md" radius="md">
      <Title order={2} fz="md">
        {file.name}
      </Title>
      {file.refused ? (
        <Text c="var(--broken)" role="alert">
          {file.refused}
        </Text>
      ) : (
        <Facts
          rows={[
            [t('bank.statements'), format.count(file.statements)],
            [t('bank.newLines'), format.count(file.newCount)],
            [t('bank.knownLines'), file.knownCount > 0 ? format.count(file.knownCount) : null],
            [t('bank.states.matched'), format.count(file.matchedCount)],
            [t('bank.reversed'), file.reversedCount > 0 ? format.count(file.reversedCount) : null],
            [
              t('bank.states.plausible'),
              <Anchor
                key="p"
                component={Link}
                to="/bank"
                search={{ ...search, state: 'plausible' } as never}
              >
                {format.count(file.plausibleCount)}
              </Anchor>,
            ],
            [
              t('bank.states.unmatched'),
              <Anchor
                key="u"
                component={Link}
                to="/bank"
                search={{ ...search, state: 'unmatched' } as never}
              >
                {format.count(file.unmatchedCount)}
              </Anchor>,
            ],
          ]}
        />
      )}
      {file.warnings.map((warning) => (
        <Alert key={warning} icon={<TriangleAlert size={16} />} color="late" mt="xs">
          {warning}
        </Alert>
      ))}
    </Paper>
  );
}
