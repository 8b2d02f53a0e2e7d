import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNewTrustAccount } from '../api/trust.ts';
import { AdministrationSelect } from '../ui/AdministrationSelect.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';

/** Marks a bank account as the one on which money of creditors comes in. */
export function NewTrustAccount() {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  return (
    <>
      <Button mt="sm" onClick={() => open(true)}>
        {t('trust.set')}
      </Button>
      {isOpen && <AccountForm onClose={() => open(false)} />}
    </>
  );
}

function AccountForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const create = useNewTrustAccount(t('trust.isSet'));
  const [fields, setFields] = useState({ name: t('trust.title'), holderName: '', iban: '' });
  const [administrationId, choose] = useState<string | null>(null);
  const isReady = administrationId !== null && Object.values(fields).every((one) => one.trim());
  const field = (name: keyof typeof fields, label: string) => (
    <TextInput
      label={label}
      required
      maxLength={name === 'iban' ? 42 : 70}
      value={fields[name]}
      onChange={({ currentTarget }) => setFields({ ...fields, [name]: currentTarget.value })}
    />
  );
  return (
    <FormDialog
      title={t('trust.set')}
      action={t('trust.set')}
      isBusy={create.isPending}
      isReady={isReady}
      onClose={onClose}
      onSubmit={() =>
        administrationId && create.mutate({ ...fields, administrationId }, { onSuccess: onClose })
      }
    >
      {field('iban', 'IBAN')}
      {field('holderName', t('trust.holder'))}
      {field('name', t('trust.name'))}
      <AdministrationSelect label={t('trust.tasksIn')} value={administrationId} onChange={choose} />
    </FormDialog>
  );
}
