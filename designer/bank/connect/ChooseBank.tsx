import { Button, Radio, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Landmark } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ConnectableBank,
  useConnectableBanks,
  useMissingCredentials,
  useStartConnection,
} from '../../api/bank-connections.ts';
import { useMayChangeSettings } from '../../api/rights.ts';
import { AdministrationSelect } from '../../ui/AdministrationSelect.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { StateBadge } from '../../ui/values/StateBadge.tsx';
import { MissingSettings } from './MissingSettings.tsx';

/** Whose account it is, and at which bank. */
export function ChooseBank({ administrationId }: { readonly administrationId: string | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/bank/connect' });
  const banks = useConnectableBanks(administrationId);
  return (
    <Section title={t('bankConnections.stepBank')}>
      <Stack gap="md">
        <AdministrationSelect
          label={t('bankConnections.forWhom')}
          value={administrationId}
          onChange={(id) => void navigate({ search: id ? { administrationId: id } : {} })}
        />
        {administrationId === null ? (
          <Text className="quiet">{t('bankConnections.chooseAdministration')}</Text>
        ) : (
          <Loaded query={banks}>
            {(all) => (
              <Banks key={administrationId} banks={all} administrationId={administrationId} />
            )}
          </Loaded>
        )}
      </Stack>
    </Section>
  );
}

type BanksProps = {
  readonly banks: readonly ConnectableBank[];
  readonly administrationId: string;
};
const keyOf = ({ pluginId, id }: ConnectableBank) => `${pluginId} ${id}`;

function Banks({ banks, administrationId }: BanksProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const bank = banks.find((one) => keyOf(one) === chosen) ?? null;
  if (banks.length === 0) {
    return (
      <EmptyState
        icon={Landmark}
        title={t('bankConnections.noBanks')}
        hint={t('bankConnections.noBanksHint')}
      />
    );
  }
  return (
    <>
      <Radio.Group label={t('bankConnections.whichBank')} value={chosen} onChange={setChosen}>
        <Stack gap={6} mt={6}>
          {banks.map((one) => (
            <Radio
              key={keyOf(one)}
              value={keyOf(one)}
              label={one.title}
              description={
                one.isSetUp ? (
                  t(one.asks === 'key' ? 'bankConnections.byKey' : 'bankConnections.byConsent')
                ) : (
                  <StateBadge tone="quiet">{t('bankConnections.notSetUp')}</StateBadge>
                )
              }
            />
          ))}
        </Stack>
      </Radio.Group>
      {bank && <Ready key={keyOf(bank)} bank={bank} administrationId={administrationId} />}
    </>
  );
}

/** What is missing is said before anybody presses a button that cannot work. */
function Ready({ bank, administrationId }: { bank: ConnectableBank; administrationId: string }) {
  const mayChange = useMayChangeSettings();
  const missing = useMissingCredentials(bank, mayChange);
  const isReady = bank.isSetUp && !missing.isLoading && (missing.data ?? []).length === 0;
  return (
    <>
      <MissingSettings bank={bank} />
      {isReady && <Start bank={bank} administrationId={administrationId} />}
    </>
  );
}

function Start({ bank, administrationId }: { bank: ConnectableBank; administrationId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/bank/connect' });
  const start = useStartConnection();
  const { pluginId, id, title, asks } = bank;
  const begin = () =>
    start.mutate(
      { administrationId, pluginId, bank: id },
      {
        onSuccess: ({ url, connectionId }) =>
          url === null ? void navigate({ search: { connectionId } }) : window.location.assign(url),
      },
    );
  const isKey = asks === 'key';
  return (
    <Stack gap={4} align="flex-start">
      <Button loading={start.isPending} onClick={begin}>
        {t(isKey ? 'bankConnections.useKey' : 'bankConnections.goConsent', { bank: title })}
      </Button>
      {!isKey && (
        <Text className="quiet" fz="sm">
          {t('bankConnections.leaving')}
        </Text>
      )}
    </Stack>
  );
}
