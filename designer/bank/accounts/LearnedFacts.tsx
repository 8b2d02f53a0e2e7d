import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { GraduationCap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type PaymentFact, useForgetFact, usePaymentFacts } from '../../api/bank-work.ts';
import { ForgetButton } from '../../ui/ForgetButton.tsx';
import { MoreRows } from '../../ui/lists/MoreRows.tsx';
import { type Column, RowTable } from '../../ui/lists/RowTable.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { Instant } from '../../ui/values/Day.tsx';

/** What matching learned about who pays for whom, with where it comes from; each can be forgotten. */
export function LearnedFacts({ administrationId }: { administrationId: string | undefined }) {
  const { t } = useTranslation();
  const facts = usePaymentFacts(administrationId);
  const columns: Column<PaymentFact>[] = [
    { id: 'what', title: t('bankWork.learnedWhat'), cell: (fact) => <What fact={fact} /> },
    {
      id: 'debtor',
      title: t('bankWork.learnedFor'),
      cell: (fact) => (
        <Link to="/debtors/$debtorId" params={{ debtorId: fact.debtorId }}>
          {fact.debtorName}
        </Link>
      ),
    },
    {
      id: 'from',
      title: t('bankWork.learnedFrom'),
      isWide: true,
      cell: (fact) => <From fact={fact} />,
    },
    { id: 'forget', title: '', isNumber: true, cell: (fact) => <Forget fact={fact} /> },
  ];
  return (
    <Loaded query={facts}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState
            icon={GraduationCap}
            title={t('bankWork.nothingLearned')}
            hint={t('bankWork.nothingLearnedHint')}
          />
        ) : (
          <>
            <RowTable
              caption={t('bankWork.views.learned')}
              rows={rows}
              columns={columns}
              rowKey={(fact) => fact.id}
            />
            <MoreRows query={facts} />
          </>
        )
      }
    </Loaded>
  );
}

function What({ fact }: { fact: PaymentFact }) {
  const { t } = useTranslation();
  return (
    <>
      <Text fz="inherit">{fact.kind === 'account' ? fact.name : `“${fact.text}”`}</Text>
      <Text className="quiet" fz="sm">
        {fact.kind === 'account' ? fact.account : t('bankWork.learnedText')}
      </Text>
    </>
  );
}

function From({ fact }: { fact: PaymentFact }) {
  const { t } = useTranslation();
  return (
    <>
      {fact.learnedBy === 'system'
        ? t('bankWork.learnedBySystem')
        : t('bankWork.learnedByPerson', { name: fact.learnedBy })}
      <Text className="quiet" fz="sm">
        <Instant at={fact.learnedAt} />
      </Text>
    </>
  );
}

function Forget({ fact }: { fact: PaymentFact }) {
  const { t } = useTranslation();
  const forget = useForgetFact(t('bankWork.forgotten'));
  return <ForgetButton isBusy={forget.isPending} onForget={() => forget.mutate(fact.id)} />;
}
