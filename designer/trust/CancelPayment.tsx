import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Remittance, type RemittedPayment, useCancelPayment } from '../api/trust.ts';
import { ReasonButton } from '../ui/ReasonButton.tsx';

type CancelPaymentProps = { readonly payment: RemittedPayment; readonly remittance: Remittance };

/** One payment that is not to be made after all: its money is held again, the others go on. */
export function CancelPayment({ payment, remittance }: CancelPaymentProps) {
  const { t } = useTranslation();
  const cancel = useCancelPayment(remittance.id, t('trustMore.cancelled'));
  const { state, filesTaken } = remittance;
  const isLive = state === 'proposed' || state === 'approved';
  if (!isLive || payment.state !== 'open') return null;
  const says = filesTaken.length > 0 ? 'trustMore.cancelSaysFile' : 'trustMore.cancelSays';
  const { endToEndId } = payment;
  return (
    <Box mt="xs">
      <ReasonButton
        action={t('trustMore.cancel')}
        title={t('trustMore.cancelTitle', { name: payment.creditorName })}
        says={t(says)}
        isBusy={cancel.isPending}
        onReason={(reason, whenDone) => cancel.mutate({ endToEndId, reason }, whenDone)}
      />
    </Box>
  );
}
