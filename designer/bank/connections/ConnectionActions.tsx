import { Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type BankConnection,
  useReadConnection,
  useRenewConnection,
  useStopConnection,
} from '../../api/bank-connections.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';

/** Reading now, renewing the consent, going on where connecting stopped, and disconnecting. */
export function ConnectionActions({ connection }: { readonly connection: BankConnection }) {
  const { t } = useTranslation();
  const [isRemoving, setRemoving] = useState(false);
  const { id, state } = connection;
  const { isReading, mayRenew, isHalfway } = offersOf(connection);
  return (
    <Group gap="xs">
      {isReading && <ReadNow id={id} />}
      {mayRenew && <Renew id={id} isUrgent={state === 'ended'} />}
      {isHalfway && (
        <Button
          size="xs"
          component={Link}
          to="/bank/connect"
          search={{ connectionId: id } as never}
        >
          {t(state === 'active' ? 'bankConnections.chooseAccounts' : 'bankConnections.resume')}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => setRemoving(true)}>
        {t('bankConnections.remove')}
      </Button>
      {isRemoving && <Remove connection={connection} onClose={() => setRemoving(false)} />}
    </Group>
  );
}

/** What a person can do with it now. */
function offersOf({ state, consentUntil, accounts }: BankConnection) {
  const isActive = state === 'active';
  const isReading = isActive && accounts.length > 0;
  return {
    isReading,
    mayRenew: state === 'ended' || (isActive && consentUntil !== null),
    isHalfway: state !== 'ended' && !isReading,
  };
}

function ReadNow({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const read = useReadConnection(({ state, accounts }) => {
    const isRead = state === 'active' && accounts.every(({ problem }) => problem === null);
    return t(isRead ? 'bankConnections.readNowDone' : 'bankConnections.readNowFailed');
  });
  return (
    <Button size="xs" variant="default" loading={read.isPending} onClick={() => read.mutate(id)}>
      {t('bankConnections.readNow')}
    </Button>
  );
}

function Renew({ id, isUrgent }: { readonly id: string; readonly isUrgent: boolean }) {
  const { t } = useTranslation();
  const renew = useRenewConnection();
  const here = `/bank/connect?connectionId=${id}`;
  return (
    <Button
      size="xs"
      variant={isUrgent ? 'filled' : 'default'}
      loading={renew.isPending}
      onClick={() =>
        renew.mutate(id, { onSuccess: ({ url }) => window.location.assign(url ?? here) })
      }
    >
      {t('bankConnections.renew')}
    </Button>
  );
}

type RemoveProps = { readonly connection: BankConnection; readonly onClose: () => void };

function Remove({ connection: { id, title }, onClose }: RemoveProps) {
  const { t } = useTranslation();
  const stop = useStopConnection(t('bankConnections.removed'));
  return (
    <FormDialog
      title={t('bankConnections.removeTitle', { bank: title })}
      action={t('bankConnections.remove')}
      isBusy={stop.isPending}
      onClose={onClose}
      onSubmit={() => stop.mutate(id, { onSuccess: onClose })}
    >
      <Text>{t('bankConnections.removeSays')}</Text>
    </FormDialog>
  );
}
