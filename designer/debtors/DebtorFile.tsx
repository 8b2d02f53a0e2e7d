import { Stack, Tabs } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Debtor, useDebtor } from '../api/debtors.ts';
import { BackLink } from '../ui/layout/BackLink.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Circumstances } from './file/Circumstances.tsx';
import { ClaimOfDebtor } from './file/claim/ClaimOfDebtor.tsx';
import { ContactsOfDebtor } from './file/contacts/ContactsOfDebtor.tsx';
import { CorrespondenceOfDebtor } from './file/CorrespondenceOfDebtor.tsx';
import { DetailsOfDebtor } from './file/DetailsOfDebtor.tsx';
import { DisputesOfDebtor } from './file/disputes/DisputesOfDebtor.tsx';
import { FileHead } from './file/FileHead.tsx';
import { InvoicesOfDebtor } from './file/InvoicesOfDebtor.tsx';
import { NowAndNext } from './file/NowAndNext.tsx';
import { PaymentsOfDebtor } from './file/payments/PaymentsOfDebtor.tsx';
import { TimelineOfDebtor } from './file/TimelineOfDebtor.tsx';
import { FILE_TABS, type FileTab } from './file-tabs.ts';

const PANELS: Record<FileTab, (props: { debtor: Debtor }) => React.ReactNode> = {
  invoices: InvoicesOfDebtor,
  claim: ClaimOfDebtor,
  payments: PaymentsOfDebtor,
  timeline: TimelineOfDebtor,
  correspondence: CorrespondenceOfDebtor,
  contacts: ContactsOfDebtor,
  disputes: DisputesOfDebtor,
  details: DetailsOfDebtor,
};

/** Everything about one debtor: what is the matter, what happens next by itself, what is expected. */
export function DebtorFile() {
  const { t } = useTranslation();
  const { debtorId } = useParams({ from: '/debtors/$debtorId' });
  const { tab = 'invoices' } = useSearch({ from: '/debtors/$debtorId' });
  const navigate = useNavigate({ from: '/debtors/$debtorId' });
  const debtor = useDebtor(debtorId);
  const Panel = PANELS[tab];
  return (
    <Stack gap="md">
      <BackLink to="/debtors" />
      <Loaded query={debtor}>
        {(one) => (
          <>
            <FileHead debtor={one} />
            <Circumstances debtor={one} />
            <NowAndNext debtor={one} />
            <Tabs
              value={tab}
              onChange={(next) =>
                void navigate({
                  search: (now) => ({ ...now, tab: next as FileTab }),
                  replace: true,
                })
              }
            >
              <Tabs.List aria-label={t('file.parts')}>
                {FILE_TABS.map((name) => (
                  <Tabs.Tab key={name} value={name}>
                    {t(`file.tabs.${name}`)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              <Tabs.Panel value={tab} pt="md">
                <Panel debtor={one} />
              </Tabs.Panel>
            </Tabs>
          </>
        )}
      </Loaded>
    </Stack>
  );
}
