import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdministrationSelect } from '../ui/AdministrationSelect.tsx';
import { Screen } from '../ui/layout/Screen.tsx';
import { useAdministrationNames } from '../ui/values/administration-names.ts';
import { BounceFiles } from './BounceFiles.tsx';
import { InvoiceFiles } from './InvoiceFiles.tsx';
import { StatementFiles } from './StatementFiles.tsx';

/** Files come in here: invoices and debtors, what the bank says was paid, and mails that came back. */
export function ImportsScreen() {
  const { t } = useTranslation();
  const { administrations } = useAdministrationNames();
  const [chosenId, choose] = useState<string | null>(null);
  const [tab, open] = useState<string | null>('invoices');
  const administrationId = chosenId ?? only(administrations)?.id ?? null;
  return (
    <Screen
      title={t('imports.title')}
      help={t('imports.help')}
      filters={
        // A mail that came back names its letter, and with it the administration.
        tab !== 'bounces' && <AdministrationSelect value={administrationId} onChange={choose} />
      }
    >
      <Tabs value={tab} onChange={open}>
        <Tabs.List>
          <Tabs.Tab value="invoices">{t('imports.invoices')}</Tabs.Tab>
          <Tabs.Tab value="statements">{t('imports.statements')}</Tabs.Tab>
          <Tabs.Tab value="bounces">{t('bounces.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="invoices" pt="md">
          <InvoiceFiles key={administrationId} administrationId={administrationId} />
        </Tabs.Panel>
        <Tabs.Panel value="statements" pt="md">
          <StatementFiles key={administrationId} administrationId={administrationId} />
        </Tabs.Panel>
        <Tabs.Panel value="bounces" pt="md">
          <BounceFiles />
        </Tabs.Panel>
      </Tabs>
    </Screen>
  );
}

const only = <T,>(list: readonly T[]) => (list.length === 1 ? list[0] : undefined);
