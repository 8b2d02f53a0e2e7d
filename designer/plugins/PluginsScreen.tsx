import { Alert, Group, Text } from '@mantine/core';
import { localize } from '@inning/sdk';
import { useSearch } from '@tanstack/react-router';
import { Blocks } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type InstalledPlugin,
  type PluginRow,
  useInstalledPlugins,
  usePlugins,
} from '../api/plugins.ts';
import { useSession } from '../api/session.ts';
import { Screen } from '../ui/layout/Screen.tsx';
import { Section } from '../ui/layout/Section.tsx';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { useLocale } from '../ui/values/format.ts';
import { Consent } from './Consent.tsx';
import { InstallPackage } from './InstallPackage.tsx';
import { InstalledActions } from './InstalledActions.tsx';
import { PluginButtons } from './PluginButtons.tsx';
import { PluginState } from './PluginState.tsx';

/** Plugins: those of others that the agency installed, and all that can be set up. */
export function PluginsScreen() {
  const { t } = useTranslation();
  const plugins = usePlugins();
  const installed = useInstalledPlugins();
  const isAdministrator = useSession().data?.user.role === 'agency-administrator';
  return (
    <Screen title={t('plugins.title')} help={t('plugins.help')}>
      <SignInResult />
      <Section title={t('plugins.installed')}>
        {isAdministrator && <InstallPackage />}
        <Loaded query={installed}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={Blocks} title={t('plugins.none')} hint={t('plugins.noneHint')} />
            ) : (
              <InstalledList rows={rows} mayChange={isAdministrator} />
            )
          }
        </Loaded>
      </Section>
      <Section title={t('plugins.all')}>
        <Loaded query={plugins}>{(rows) => <PluginTable rows={rows} />}</Loaded>
      </Section>
    </Screen>
  );
}

/** How signing in at another service ended. */
function SignInResult() {
  const { t } = useTranslation();
  const { result } = useSearch({ strict: false }) as { result?: string };
  if (!result) return null;
  const isConnected = result === 'connected';
  return (
    <Alert color={isConnected ? 'green' : 'red'} mb="sm">
      {isConnected ? t('plugins.connected') : t('plugins.notConnected', { code: result })}
    </Alert>
  );
}

type InstalledListProps = {
  readonly rows: readonly InstalledPlugin[];
  readonly mayChange: boolean;
};

function InstalledList({ rows, mayChange }: InstalledListProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [declined, setDeclined] = useState<string | null>(null);
  const columns: Column<InstalledPlugin>[] = [
    {
      id: 'name',
      title: t('plugins.name'),
      cell: (row) => (
        <>
          <strong>{localize(row.title, locale)}</strong>
          <Text className="quiet" fz="sm" maw={560}>
            {localize(row.description, locale)}
          </Text>
        </>
      ),
    },
    {
      id: 'publisher',
      title: t('plugins.publisher'),
      isWide: true,
      cell: (row) => row.publisher?.name ?? row.publisher?.keyId.slice(0, 12) ?? '–',
    },
    { id: 'version', title: t('plugins.version'), isWide: true, cell: (row) => row.version ?? '–' },
    { id: 'state', title: t('plugins.state'), cell: (row) => <PluginState plugin={row} /> },
    {
      id: 'actions',
      title: t('plugins.actions'),
      cell: (row) => (mayChange ? <InstalledActions plugin={row} /> : null),
    },
  ];
  const waiting = rows.filter(({ pending, id }) => pending && mayChange && id !== declined);
  return (
    <>
      {waiting.map((plugin) => (
        <Consent key={plugin.id} plugin={plugin} onDeclined={() => setDeclined(plugin.id)} />
      ))}
      <RowTable
        caption={t('plugins.installed')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
      />
    </>
  );
}

function PluginTable({ rows }: { readonly rows: readonly PluginRow[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns: Column<PluginRow>[] = [
    {
      id: 'name',
      title: t('plugins.name'),
      cell: (row) => (
        <>
          <strong>{localize(row.title, locale)}</strong>
          <Text className="quiet" fz="sm" maw={560}>
            {localize(row.description, locale)}
          </Text>
          {row.problem && (
            <Text c="red.8" fz="sm">
              {row.problem}
            </Text>
          )}
        </>
      ),
    },
    { id: 'version', title: t('plugins.version'), isWide: true, cell: (row) => row.version },
    {
      id: 'on',
      title: t('plugins.state'),
      cell: (row) => <Group gap="xs">{row.isOn ? t('plugins.on') : t('plugins.off')}</Group>,
    },
    { id: 'actions', title: t('plugins.actions'), cell: (row) => <PluginButtons plugin={row} /> },
  ];
  return (
    <RowTable caption={t('plugins.all')} rows={rows} columns={columns} rowKey={(row) => row.id} />
  );
}
