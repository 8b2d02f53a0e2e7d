import { Group, Stack, Text } from '@mantine/core';
import { Banknote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Debtor } from '../../../api/debtors.ts';
import { type Payment, usePaymentsOf, useReversePayment } from '../../../api/payments.ts';
import { useMayWrite } from '../../../api/rights.ts';
import { MoreRows } from '../../../ui/lists/MoreRows.tsx';
import { ReasonButton } from '../../../ui/ReasonButton.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { Loaded } from '../../../ui/states/Loaded.tsx';
import { By } from '../../../ui/values/By.tsx';
import { Day } from '../../../ui/values/Day.tsx';
import { Money } from '../../../ui/values/Money.tsx';
import { useSay } from '../../../ui/values/say.ts';
import { StateBadge } from '../../../ui/values/StateBadge.tsx';
import { CreditOfDebtor } from './CreditOfDebtor.tsx';
import styles from '../file.module.css';
import { MandateOfDebtor } from './MandateOfDebtor.tsx';
import { OnlinePayments } from './OnlinePayments.tsx';
import { PaymentCredit } from './PaymentCredit.tsx';

/** What this debtor paid, how it came in, and the way back when it was wrong. */
export function PaymentsOfDebtor({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const payments = usePaymentsOf(debtor.id);
  return (
    <Stack gap="lg">
      <CreditOfDebtor debtorId={debtor.id} />
      <Loaded query={payments}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={Banknote} title={t('paid.empty')} hint={t('paid.emptyHint')} />
          ) : (
            <div>
              {rows.map((payment) => (
                <PaymentRow key={payment.id} debtorId={debtor.id} payment={payment} />
              ))}
              <MoreRows query={payments} />
            </div>
          )
        }
      </Loaded>
      <MandateOfDebtor debtorId={debtor.id} />
      <OnlinePayments debtor={debtor} />
    </Stack>
  );
}

function PaymentRow({ debtorId, payment }: { debtorId: string; payment: Payment }) {
  const { t } = useTranslation();
  const say = useSay();
  const mayWrite = useMayWrite();
  const change = useReversePayment(t('paid.reversed'));
  const { id, amountCents, receivedOn, because, by, reversedAt, reversalReason } = payment;
  return (
    <div className={styles.record}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600} td={reversedAt ? 'line-through' : undefined}>
            <Money cents={amountCents} />
          </Text>
          <Text className="quiet" fz="sm">
            <Day on={receivedOn} />
            <By who={by} />
          </Text>
          {because && <Text fz="sm">{say(because)}</Text>}
          <PaymentCredit debtorId={debtorId} payment={payment} />
          {reversalReason && <Text fz="sm">{t('paid.because', { reason: reversalReason })}</Text>}
        </div>
        {reversedAt ? (
          <StateBadge tone="broken">{t('paid.isReversed')}</StateBadge>
        ) : (
          <Group gap="xs">
            <StateBadge tone="good">{t('paid.isBooked')}</StateBadge>
            {mayWrite && (
              <ReasonButton
                action={t('paid.reverse')}
                title={t('paid.reverse')}
                says={t('paid.reverseSays')}
                isBusy={change.isPending}
                onReason={(reason, whenDone) => change.mutate({ id, reason }, whenDone)}
              />
            )}
          </Group>
        )}
      </Group>
    </div>
  );
}
