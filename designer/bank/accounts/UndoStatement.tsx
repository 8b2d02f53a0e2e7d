import { Button } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BankStatement, useUndoStatement } from '../../api/bank-statements.ts';
import { useMayWrite } from '../../api/rights.ts';
import { ReasonForm } from '../../ui/ReasonForm.tsx';

/** Takes back what went by itself with a statement, such as the wrong file; what people decided stays. */
export function UndoStatement({ statement }: { statement: BankStatement }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const [isAsking, ask] = useState(false);
  const undo = useUndoStatement(t('bankStatements.undone'));
  const { id, automaticCount: count } = statement;
  if (!mayWrite || count === 0) return null;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<Undo2 size={14} aria-hidden />}
        onClick={() => ask(true)}
      >
        {t('bankWork.undo')}
      </Button>
      {isAsking && (
        <ReasonForm
          title={t('bankStatements.undoTitle')}
          says={t('bankStatements.undoSays', { count })}
          action={t('bankWork.undo')}
          isBusy={undo.isPending}
          onClose={() => ask(false)}
          onReason={(reason) => undo.mutate({ id, reason }, { onSuccess: () => ask(false) })}
        />
      )}
    </>
  );
}
