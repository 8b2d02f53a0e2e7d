import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTACT_KINDS, type ContactKind, useAddContactRecord } from '../../api/case-file.ts';
import type { Debtor } from '../../api/debtors.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';

type AddContactRecordProps = { readonly debtor: Debtor; readonly onClose: () => void };

/** A line in the file: a note, a call, an attempt to call, a promise. */
export function AddContactRecord({ debtor, onClose }: AddContactRecordProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<ContactKind>('note');
  const [text, setText] = useState('');
  const [contactName, setContactName] = useState('');
  const add = useAddContactRecord(debtor.id, t('file.recordAdded'));

  const submit = () => {
    add.mutate(
      { kind, text: text.trim(), contactName: contactName.trim() || null },
      { onSuccess: onClose },
    );
  };
  return (
    <FormDialog
      title={t('file.addRecord')}
      action={t('common.save')}
      isBusy={add.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <Select
        label={t('file.recordKind')}
        data={CONTACT_KINDS.map((value) => ({
          value,
          label: t(`file.recordKinds.${value}`),
        }))}
        value={kind}
        onChange={(value) => setKind(value as ContactKind)}
      />
      <TextInput
        label={t('file.contactName')}
        value={contactName}
        maxLength={200}
        onChange={({ currentTarget }) => setContactName(currentTarget.value)}
      />
      <Textarea
        label={t('file.recordText')}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={20_000}
        required={kind !== 'call-attempt'}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  );
}
