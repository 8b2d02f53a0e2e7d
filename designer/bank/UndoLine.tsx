import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BankLine } from '../api/bank.ts';
import { useUndoLine } from '../api/bank-work.ts';
import { ReasonButton } from '../ui/ReasonButton.tsx';

/** Takes back what was decided about a line; the reason stays in the file. */
export function UndoLine({ line: { id } }: { line: BankLine }) {
  const { t } = useTranslation();
  const undo = useUndoLine(t('bankWork.undone'));
  return (
    <ReasonButton
      action={t('bankWork.undo')}
      icon={Undo2}
      title={t('bankWork.undoTitle')}
      says={t('bankWork.undoSays')}
      isBusy={undo.isPending}
      onReason={(reason, whenDone) => undo.mutate({ id, reason }, whenDone)}
    />
  );
}
