import { AGENCY_STAFF } from '@inning/sdk';
import { Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCreditors } from '../api/administrations.ts';
import { useSession } from '../api/session.ts';
import { useTrustAccounts } from '../api/trust.ts';
import { Screen } from '../ui/layout/Screen.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { CreditorLinks } from './CreditorLinks.tsx';
import { NewTrustAccount } from './NewTrustAccount.tsx';
import { TrustDays } from './TrustDays.tsx';
import { TrustLines } from './TrustLines.tsx';
import { TrustRemittances } from './TrustRemittances.tsx';
import { TrustStanding } from './TrustStanding.tsx';
import { TrustStatementFiles } from './TrustStatementFiles.tsx';

/** Money of creditors: the whole account for the agency, the own statement for a creditor. */
export function TrustScreen() {
  const { t } = useTranslation();
  const role = useSession().data?.user.role;
  const isStaff = role !== undefined && AGENCY_STAFF.includes(role);
  return (
    <Screen title={t('trust.title')} help={t('trust.help')}>
      {isStaff ? <AgencyView mayChange={role === 'agency-administrator'} /> : <OwnStatements />}
    </Screen>
  );
}

function AgencyView({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation();
  const accounts = useTrustAccounts(true);
  return (
    <Loaded query={accounts}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon={Scale} title={t('trust.none')} hint={t('trust.noneHint')}>
            {mayChange && <NewTrustAccount />}
          </EmptyState>
        ) : (
          items.map(({ id }) => (
            <div key={id}>
              <TrustStanding accountId={id} mayChange={mayChange} />
              <TrustStatementFiles accountId={id} />
              <TrustLines accountId={id} />
              <TrustRemittances accountId={id} />
              <TrustDays accountId={id} />
            </div>
          ))
        )
      }
    </Loaded>
  );
}

function OwnStatements() {
  const { t } = useTranslation();
  const creditors = useCreditors();
  return (
    <Loaded query={creditors}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState icon={Scale} title={t('trust.noneYours')} />
        ) : (
          <CreditorLinks creditors={rows.map(({ id, name }) => ({ id, name }))} />
        )
      }
    </Loaded>
  );
}
