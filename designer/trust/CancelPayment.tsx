import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Remittance, type RemittedPayment, useCancelPayment } from '../api/trust.ts';
import { ReasonForm } from '../ui/ReasonForm.tsx';

type CancelPaymentProps = { readonly payment: RemittedPayment; readonly remittance: Remittance };

/** One payment that is not to be made after all: its money is held again, the others go on. */
export function CancelPayment({ payment, remittance }: CancelPaymentProps) {
  const { t } = useTranslation();
  const [isAsking, ask] = useState(false);
  const cancel = useCancelPayment(remittance.id, t('trustMore.cancelled'));
  const { state, filesTaken } = remittance;
  const isLive = state === 'proposed' || state === 'approved';
  if (!isLive || payment.state !== 'open') return null;
  const says = filesTaken.length > 0 ? 'trustMore.cancelSaysFile' : 'trustMore.cancelSays';
  return (
    <>
      <Button size="xs" variant="default" mt="xs" onClick={() => ask(true)}>
        {t('trustMore.cancel')}
      </Button>
      {isAsking && (
        <ReasonForm
          title={t('trustMore.cancelTitle', { name: payment.creditorName })}
          says={t(says)}
          action={t('trustMore.cancel')}
          isBusy={cancel.isPending}
          onClose={() => ask(false)}
          onReason={(reason) =>
            cancel.mutate(
              { endToEndId: payment.endToEndId, reason },
              { onSuccess: () => ask(false) },
            )
          }
        />
      )}
    </>
  );
}
