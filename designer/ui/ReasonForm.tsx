import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from './FormDialog.tsx';

type ReasonFormProps = {
  readonly title: string;
  readonly says: string;
  readonly action: string;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
};

/** Asks once for the reason that stays in the file. */
export function ReasonForm({ title, says, action, isBusy, onClose, onReason }: ReasonFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const submit = () => {
    onReason(reason.trim());
  };
  return (
    <FormDialog title={title} action={action} isBusy={isBusy} onClose={onClose} onSubmit={submit}>
      <Text>{says}</Text>
      <TextInput
        label={t('common.reason')}
        required
        maxLength={1000}
        data-autofocus
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  );
}
