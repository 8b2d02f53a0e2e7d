import { Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Dispute,
  DISPUTE_OUTCOMES,
  type DisputeOutcome,
  useSettleDispute,
} from '../../../api/case-file.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';

/** Ends a dispute: who was right, in a sentence for the file. */
export function SettleDispute({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<DisputeOutcome | null>(null);
  const [note, setNote] = useState('');
  const settle = useSettleDispute(t('disputes.settled'));

  const submit = () => {
    if (outcome === null) return;
    settle.mutate({ id: dispute.id, outcome, note: note.trim() || null }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={t('disputes.settle')}
      action={t('disputes.settle')}
      isBusy={settle.isPending}
      isReady={outcome !== null}
      onClose={onClose}
      onSubmit={submit}
    >
      <Radio.Group
        label={t('disputes.outcome')}
        value={outcome}
        onChange={(value) => setOutcome(value as DisputeOutcome)}
      >
        <Stack gap="xs" mt={6}>
          {DISPUTE_OUTCOMES.map((value) => (
            <Radio key={value} value={value} label={t(`disputes.outcomes.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('disputes.note')}
        autosize
        minRows={2}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </FormDialog>
  );
}
