import { DEBTOR_FLAGS, type DebtorFlag } from '@inning/sdk';
import { Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Debtor, useDebtorChange } from '../../api/debtors.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';

type Change = { readonly flag: DebtorFlag; readonly reason: string };

/** Notes that a debtor has died, is bankrupt, has debt counselling: which, and how that is known. */
export function NoteCircumstance({ debtor, onClose }: { debtor: Debtor; onClose: () => void }) {
  const { t } = useTranslation();
  const { id, name, activeFlags } = debtor;
  const [flag, choose] = useState<DebtorFlag | null>(null);
  const [reason, setReason] = useState('');
  const change = useDebtorChange<Change>(id, 'set-flag', t('flags.noted', { name }));
  const free = DEBTOR_FLAGS.filter((one) => !activeFlags.includes(one));
  const submit = () => {
    if (flag !== null) change.mutate({ flag, reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={t('flags.title', { name })}
      action={t('flags.note')}
      isBusy={change.isPending}
      isReady={flag !== null && reason.trim() !== ''}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text>{t('flags.says')}</Text>
      <Select
        label={t('flags.which')}
        required
        data-autofocus
        data={free.map((value) => ({ value, label: t(`flags.names.${value}`) }))}
        value={flag}
        onChange={(value) => choose(free.find((one) => one === value) ?? null)}
      />
      <TextInput
        label={t('common.reason')}
        required
        maxLength={1000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  );
}
