import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type BankConnection,
  useCheckedConnection,
  useRenewConnection,
} from '../../api/bank-connections.ts';
import { Section } from '../../ui/layout/Section.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { useSayProblem } from '../connections/say-problem.ts';
import { ChooseAccounts } from './ChooseAccounts.tsx';
import { FirstReading } from './FirstReading.tsx';

type ConnectingProps = {
  readonly id: string;
  /** How signing in at the bank ended, when that was needed. */
  readonly result: string | null;
};

/** Back from the bank: is there consent, for which accounts, and their first lines. */
export function Connecting({ id, result }: ConnectingProps) {
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const checked = useCheckedConnection(id);
  const [reading, setReading] = useState<BankConnection | null>(null);
  const hasFailed = result !== null && result !== 'connected';
  return (
    <>
      {hasFailed && (
        <Alert color="red" icon={<CircleAlert size={18} aria-hidden />}>
          {t('bankConnections.signInFailed', { because: sayProblem(result) })}
        </Alert>
      )}
      <Loaded query={checked} skeleton={<Checking />}>
        {(connection) => {
          if (reading) return <FirstReading started={reading} />;
          if (connection.state !== 'active') {
            return <NoConsent connection={connection} checked={checked} />;
          }
          return <ChooseAccounts connection={connection} onChosen={setReading} />;
        }}
      </Loaded>
    </>
  );
}

function Checking() {
  const { t } = useTranslation();
  return (
    <Group role="status">
      <Loader size="sm" />
      <Text>{t('bankConnections.checking')}</Text>
    </Group>
  );
}

type NoConsentProps = {
  readonly connection: BankConnection;
  readonly checked: UseQueryResult<BankConnection>;
};

function NoConsent({ connection, checked }: NoConsentProps) {
  const { t } = useTranslation();
  const renew = useRenewConnection();
  const { id, title, state } = connection;
  const isWaiting = state === 'waiting';
  const goAgain = () =>
    renew.mutate(id, {
      onSuccess: ({ url }) => (url === null ? void checked.refetch() : window.location.assign(url)),
    });
  return (
    <Section title={t('bankConnections.stepConsent')}>
      <Stack gap="sm">
        <Text fw={600}>{t(isWaiting ? 'bankConnections.waiting' : 'bankConnections.refused')}</Text>
        <Text>
          {t(isWaiting ? 'bankConnections.waitingHint' : 'bankConnections.refusedHint', {
            bank: title,
          })}
        </Text>
        <Group gap="xs">
          {isWaiting && (
            <Button loading={checked.isFetching} onClick={() => void checked.refetch()}>
              {t('bankConnections.lookAgain')}
            </Button>
          )}
          <Button
            variant={isWaiting ? 'default' : 'filled'}
            loading={renew.isPending}
            onClick={goAgain}
          >
            {t('bankConnections.goAgain', { bank: title })}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
