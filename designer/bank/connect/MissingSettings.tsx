import { Alert, Anchor, Text } from '@mantine/core';
import { localize } from '@inning/sdk';
import { Link } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type ConnectableBank, useMissingCredentials } from '../../api/bank-connections.ts';
import { useMayChangeSettings } from '../../api/rights.ts';
import { useLocale } from '../../ui/values/format.ts';

/** What somebody must still enter before this bank can be asked. */
export function MissingSettings({ bank }: { readonly bank: ConnectableBank }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const mayChange = useMayChangeSettings();
  const missing = useMissingCredentials(bank, mayChange).data ?? [];
  if (bank.isSetUp && missing.length === 0) return null;
  const what = missing.map(({ title }) => localize(title as never, locale)).join(', ');
  return (
    <Alert
      icon={<KeyRound size={18} aria-hidden />}
      title={`${bank.title}: ${t('bankConnections.notSetUp')}`}
    >
      {what !== '' && <Text fz="sm">{t('bankConnections.missing', { what })}</Text>}
      {mayChange ? (
        <Anchor
          component={Link}
          to="/settings/plugins/$pluginId"
          params={{ pluginId: bank.pluginId } as never}
          fz="sm"
        >
          {t('bankConnections.fillIn')}
        </Anchor>
      ) : (
        <Text fz="sm">{t('bankConnections.askAdministrator')}</Text>
      )}
    </Alert>
  );
}
