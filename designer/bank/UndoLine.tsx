import { Button } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankLine } from '../api/bank.ts';
import { useUndoLine } from '../api/bank-work.ts';
import { ReasonForm } from '../ui/ReasonForm.tsx';

/** Takes back what was decided about a line; the reason stays in the file. */
export function UndoLine({ line }: { line: BankLine }) {
  const { t } = useTranslation();
  const [isAsking, ask] = useState(false);
  const undo = useUndoLine(t('bankWork.undone'));
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
          title={t('bankWork.undoTitle')}
          says={t('bankWork.undoSays')}
          action={t('bankWork.undo')}
          isBusy={undo.isPending}
          onClose={() => ask(false)}
          onReason={(reason) =>
            undo.mutate({ id: line.id, reason }, { onSuccess: () => ask(false) })
          }
        />
      )}
    </>
  );
}
