import { Select, Textarea, TextInput } from '@mantine/core';
import type { CalendarDate } from '@inning/sdk';
import { type ClipboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTACT_KINDS, type ContactKind, useAddContactRecord } from '../../../api/case-file.ts';
import type { Debtor } from '../../../api/debtors.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useFormat } from '../../../ui/values/format.ts';
import { PastedFiles } from '../PastedFiles.tsx';

type AddContactRecordProps = { readonly debtor: Debtor; readonly onClose: () => void };

/** A line in the file: a note, a call, an attempt to call, a promise; pictures can be pasted into it. */
export function AddContactRecord({ debtor, onClose }: AddContactRecordProps) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const [kind, setKind] = useState<ContactKind>('note');
  const [text, setText] = useState('');
  const [contactName, setContactName] = useState('');
  const [promisedOn, setPromisedOn] = useState<CalendarDate | null>(today);
  const [files, setFiles] = useState<readonly File[]>([]);
  const add = useAddContactRecord(debtor.id, t('file.recordAdded'));
  const isPromise = kind === 'payment-promise';
  const submit = () =>
    add.mutate(
      {
        kind,
        text: text.trim(),
        contactName: contactName.trim() || null,
        ...(isPromise && promisedOn ? { promisedOn } : {}),
        files,
      },
      { onSuccess: onClose },
    );
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
        data={CONTACT_KINDS.map((value) => ({ value, label: t(`file.recordKinds.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(value as ContactKind)}
      />
      {isPromise && <PromiseField value={promisedOn} onChange={setPromisedOn} />}
      <ContactNameField value={contactName} onChange={setContactName} />
      <Textarea
        label={t('file.recordText')}
        description={t('file.pasteHint')}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={20_000}
        required={kind !== 'call-attempt' && files.length === 0}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onPaste={(event) => setFiles([...files, ...takePasted(event)])}
        data-autofocus
      />
      <PastedFiles files={files} onChange={setFiles} />
    </FormDialog>
  );
}

/** Pictures in the clipboard; text is left to the field itself. */
function takePasted(event: ClipboardEvent): readonly File[] {
  const pasted = [...event.clipboardData.files];
  if (pasted.length > 0) event.preventDefault();
  return pasted;
}

type ContactNameFieldProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function ContactNameField({ value, onChange }: ContactNameFieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('file.contactName')}
      value={value}
      maxLength={200}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

type PromiseFieldProps = {
  readonly value: CalendarDate | null;
  readonly onChange: (day: CalendarDate | null) => void;
};

function PromiseField(props: PromiseFieldProps) {
  const { t } = useTranslation();
  const { today } = useFormat();
  return <DayInput {...props} label={t('file.promisedOn')} from={today} />;
}
