import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type BankStatement, useUndoStatement } from '../../api/bank-statements.ts';
import { useMayWrite } from '../../api/rights.ts';
import { ReasonButton } from '../../ui/ReasonButton.tsx';

/** Takes back what went by itself with a statement, such as the wrong file; what people decided stays. */
export function UndoStatement({ statement }: { statement: BankStatement }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const undo = useUndoStatement(t('bankStatements.undone'));
  const { id, automaticCount: count } = statement;
  if (!mayWrite || count === 0) return null;
  return (
    <ReasonButton
      action={t('bankWork.undo')}
      icon={Undo2}
      title={t('bankStatements.undoTitle')}
      says={t('bankStatements.undoSays', { count })}
      isBusy={undo.isPending}
      onReason={(reason, whenDone) => undo.mutate({ id, reason }, whenDone)}
    />
  );
}
