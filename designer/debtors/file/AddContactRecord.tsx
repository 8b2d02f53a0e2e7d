import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTACT_KINDS, type ContactKind, useAddContactRecord } from '../../api/case-file.ts';
import type { Debtor } from '../../api/debtors.ts';

type AddContactRecordProps = { readonly debtor: Debtor; readonly onClose: () => void };

/** A line in the file: a note, a call, an attempt to call, a promise. */
export function AddContactRecord({ debtor, onClose }: AddContactRecordProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<ContactKind>('note');
  const [text, setText] = useState('');
  const [contactName, setContactName] = useState('');
  const add = useAddContactRecord(debtor.id, t('file.recordAdded'));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { kind, text: text.trim(), contactName: contactName.trim() || null },
      { onSuccess: onClose },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('file.addRecord')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
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
