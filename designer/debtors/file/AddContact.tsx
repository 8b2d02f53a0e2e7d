import { Button, Group, Modal, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type Debtor, type NewContact, useDebtorChange } from '../../api/debtors.ts';

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
    <Modal
      opened
      onClose={onClose}
      title={t('contacts.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={form.onSubmit(submit)}>
        <Stack gap="sm">
          <TextInput label={t('contacts.name')} required {...form.getInputProps('name')} />
          <TextInput label={t('contacts.role')} {...form.getInputProps('role')} />
          <TextInput type="email" label={t('contacts.email')} {...form.getInputProps('email')} />
          <TextInput type="tel" label={t('contacts.phone')} {...form.getInputProps('phone')} />
          <TextInput type="tel" label={t('contacts.mobile')} {...form.getInputProps('mobile')} />
          <Switch
            label={t('contacts.lettersHere')}
            {...form.getInputProps('getsLetters', { type: 'checkbox' })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
