import { Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type Debtor, type NewContact, useDebtorChange } from '../../../api/debtors.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';

const EMPTY = { name: '', role: '', email: '', phone: '', mobile: '', getsLetters: false };

export function AddContact({ debtor, onClose }: { debtor: Debtor; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: EMPTY });
  const add = useDebtorChange<NewContact>(debtor.id, 'contacts', t('contacts.added'));
  const submit = ({ name, getsLetters, ...rest }: typeof EMPTY) => {
    const known = Object.entries(rest).map(([field, text]) => [field, text.trim() || null]);
    const contact = { name: name.trim(), getsLetters, ...Object.fromEntries(known) } as NewContact;
    add.mutate(contact, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={t('contacts.add')}
      action={t('common.save')}
      isBusy={add.isPending}
      onClose={onClose}
      onSubmit={form.onSubmit(submit)}
    >
      <TextInput label={t('contacts.name')} required {...form.getInputProps('name')} />
      <TextInput label={t('contacts.role')} {...form.getInputProps('role')} />
      <TextInput type="email" label={t('contacts.email')} {...form.getInputProps('email')} />
      <TextInput type="tel" label={t('contacts.phone')} {...form.getInputProps('phone')} />
      <TextInput type="tel" label={t('contacts.mobile')} {...form.getInputProps('mobile')} />
      <Switch
        label={t('contacts.lettersHere')}
        {...form.getInputProps('getsLetters', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}
