import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { daysBetween } from '@inning/sdk';
import { Link } from '@tanstack/react-router';
import { Landmark, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type BankConnection, useBankConnections } from '../../api/bank-connections.ts';
import { useMayWrite } from '../../api/rights.ts';
import { Section } from '../../ui/layout/Section.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { useAdministrationNames } from '../../ui/values/administration-names.ts';
import { Day } from '../../ui/values/Day.tsx';
import { useFormat } from '../../ui/values/format.ts';
import { StateBadge, type Tone } from '../../ui/values/StateBadge.tsx';
import { ConnectionActions } from './ConnectionActions.tsx';
import { FeedAccounts } from './FeedAccounts.tsx';

/** Banks that are read by themselves: how each one stands, and what is expected of a person. */
export function BankConnections({ administrationId }: { administrationId: string | undefined }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const connections = useBankConnections(administrationId);
  return (
    <Section
      title={t('bankConnections.connected')}
      aside={
        mayWrite && (
          <Button
            size="sm"
            leftSection={<Plus size={16} aria-hidden />}
            component={Link}
            to="/bank/connect"
            search={(administrationId ? { administrationId } : {}) as never}
          >
            {t('bankConnections.connect')}
          </Button>
        )
      }
    >
      <Loaded query={connections}>
        {(all) => {
          const shown = all.filter(({ state }) => state !== 'stopped');
          return shown.length === 0 ? (
            <EmptyState
              icon={Landmark}
              title={t('bankConnections.none')}
              hint={t('bankConnections.noneHint')}
            />
          ) : (
            <Stack gap="sm">
              {shown.map((one) => (
                <Connection key={one.id} connection={one} />
              ))}
            </Stack>
          );
        }}
      </Loaded>
    </Section>
  );
}

const TONES: Readonly<Record<BankConnection['state'], Tone>> = {
  waiting: 'late',
  active: 'good',
  refused: 'broken',
  ended: 'broken',
  stopped: 'quiet',
};

function Connection({ connection }: { readonly connection: BankConnection }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const { nameOf } = useAdministrationNames();
  const { title, state, accounts, administrationId, startedBy } = connection;
  return (
    <Paper withBorder p="md" component="article" aria-label={title}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Group gap="xs">
            <Text fw={600}>{title}</Text>
            <StateBadge tone={TONES[state]}>{t(`bankConnections.states.${state}`)}</StateBadge>
          </Group>
          <Text className="quiet" fz="sm">
            {nameOf(administrationId)} · {t('bankConnections.startedBy', { name: startedBy })}
          </Text>
          <ConsentUntil connection={connection} />
        </div>
        {mayWrite && <ConnectionActions connection={connection} />}
      </Group>
      {accounts.length > 0 && <FeedAccounts accounts={accounts} isActive={state === 'active'} />}
    </Paper>
  );
}

const SOON_DAYS = 14;

function ConsentUntil({ connection }: { readonly connection: BankConnection }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const { consentUntil, state } = connection;
  if (state !== 'active') return null;
  if (consentUntil === null) return <Text fz="sm">{t('bankConnections.noEnd')}</Text>;
  const isSoon = daysBetween(today, consentUntil) <= SOON_DAYS;
  return (
    <Group gap="xs" mt={4}>
      <Text fz="sm" component="span">
        {t('bankConnections.consentUntil')} <Day on={consentUntil} relative />
      </Text>
      {isSoon && <StateBadge tone="late">{t('bankConnections.endsSoon')}</StateBadge>}
    </Group>
  );
}
