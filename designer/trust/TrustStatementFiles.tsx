import { Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadTrustStatements } from '../api/trust.ts';
import { StatementWarnings } from '../bank/StatementWarnings.tsx';
import { FileDrop } from '../ui/FileDrop.tsx';
import { Section } from '../ui/layout/Section.tsx';

/** Statements of the account are read here; each line counts once. */
export function TrustStatementFiles({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const read = useReadTrustStatements(accountId);
  return (
    <Section title={t('trust.read')}>
      <FileDrop
        hint={t('trust.drop')}
        accept=".xml,.sta,.swi,.940,.txt,.csv"
        isBusy={read.isPending}
        isDisabled={false}
        onFiles={(files) => read.mutate(files)}
      />
      {read.data && (
        <div role="status">
          {read.data.files.map((file) => (
            <Fragment key={file.name}>
              <Text pt="sm">
                {file.refused
                  ? t('trust.refused', {
                      name: file.name,
                      reason: t(`refusals.${file.code}` as 'errors.unexpected', {
                        said: file.refused,
                        file: file.name,
                        defaultValue: file.refused,
                      }),
                    })
                  : t('trust.readResult', {
                      name: file.name,
                      newCount: file.newCount,
                      knownCount: file.knownCount,
                      settledCount: file.settledCount,
                      waitingCount: file.waitingCount,
                    })}
              </Text>
              <StatementWarnings warnings={file.warnings} />
            </Fragment>
          ))}
        </div>
      )}
    </Section>
  );
}
