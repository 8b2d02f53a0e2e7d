import { useTranslation } from 'react-i18next';
import { type BankLine, useIgnoreLine } from '../../api/bank.ts';
import { useRefundLine } from '../../api/bank-work.ts';
import { ReasonForm } from '../../ui/ReasonForm.tsx';

type SetAsideProps = {
  readonly how: 'unrelated' | 'refund';
  readonly line: BankLine;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Money that is for no invoice: it stays, or it goes back to who paid it. */
export function SetAside({ how, line, onClose, onDone }: SetAsideProps) {
  const { t } = useTranslation();
  const ignore = useIgnoreLine(t('bankWork.unrelatedDone'));
  const refund = useRefundLine(t('bankWork.refundDone'));
  const change = how === 'refund' ? refund : ignore;
  return (
    <ReasonForm
      title={t(`bankWork.${how}Title`)}
      says={t(`bankWork.${how}Says`)}
      action={t(`bankWork.${how}`)}
      isBusy={change.isPending}
      onClose={onClose}
      onReason={(reason) =>
        change.mutate(
          { id: line.id, reason },
          {
            onSuccess: () => {
              onClose();
              onDone();
            },
          },
        )
      }
    />
  );
}
