import { NumberInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OnlinePayment, useRefund } from '../../../api/payments.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useFormat } from '../../../ui/values/format.ts';

type Props = { readonly attempt: OnlinePayment; readonly onClose: () => void };

/** How much goes back to the payer, and why. */
export function RefundForm({ attempt, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  // One key for one dialog: pressing twice sends back once.
  const [key] = useState(() => crypto.randomUUID());
  const [euros, setEuros] = useState<number | string>(attempt.refundableCents / 100);
  const [reason, setReason] = useState('');
  const amountCents = typeof euros === 'number' ? Math.round(euros * 100) : 0;
  const refund = useRefund(({ refunds }) => {
    const state = refunds.find((one) => one.key === key)?.state ?? 'sending';
    return t(`paid.refundDone.${state}`);
  });
  const submit = () =>
    refund.mutate(
      { id: attempt.id, key, amountCents, reason: reason.trim() },
      { onSuccess: onClose },
    );
  return (
    <FormDialog
      title={t('paid.refund')}
      action={t('paid.refundAction', { amount: format.money(amountCents as never) })}
      isBusy={refund.isPending}
      isReady={amountCents > 0 && amountCents <= attempt.refundableCents && reason.trim() !== ''}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text>{t('paid.refundSays', { amount: format.money(attempt.refundableCents) })}</Text>
      <NumberInput
        label={t('paid.amount')}
        min={0.01}
        max={attempt.refundableCents / 100}
        decimalScale={2}
        fixedDecimalScale
        decimalSeparator={t('common.decimalSign')}
        prefix="€ "
        value={euros}
        onChange={setEuros}
        data-autofocus
      />
      <TextInput
        label={t('common.reason')}
        required
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  );
}
