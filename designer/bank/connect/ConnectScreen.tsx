import { Anchor, Stack } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../ui/layout/Screen.tsx';
import styles from '../connections/connections.module.css';
import { ChooseBank } from './ChooseBank.tsx';
import { Connecting } from './Connecting.tsx';

/** From choosing a bank to its first lines. Who comes back from the bank goes on where they were. */
export function ConnectScreen() {
  const { t } = useTranslation();
  const { connectionId, administrationId, result } = useSearch({ from: '/bank/connect' });
  return (
    <Screen title={t('bankConnections.title')} help={t('bankConnections.help')}>
      <Stack gap="md" maw={640}>
        <Anchor
          component={Link}
          to="/bank"
          search={{ view: 'accounts' } as never}
          className={styles.back ?? ''}
        >
          <ArrowLeft size={16} aria-hidden /> {t('bankConnections.back')}
        </Anchor>
        {connectionId ? (
          <Connecting key={connectionId} id={connectionId} result={result ?? null} />
        ) : (
          <ChooseBank administrationId={administrationId ?? null} />
        )}
      </Stack>
    </Screen>
  );
}
