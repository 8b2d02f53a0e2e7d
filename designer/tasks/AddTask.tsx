import { Select, Textarea, TextInput } from '@mantine/core';
import { type CalendarDate, type TaskKind } from '@inning/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddTask } from '../api/tasks.ts';
import { AdministrationSelect } from '../ui/AdministrationSelect.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { useFormat } from '../ui/values/format.ts';
import { FormDialog } from '../ui/FormDialog.tsx';

const BY_HAND: readonly TaskKind[] = ['to-do', 'call', 'review'];

/** A task made by hand. */
export function AddTask({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const [administrationId, setAdministration] = useState<string | null>(null);
  const [kind, setKind] = useState<TaskKind>('to-do');
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const [dueOn, setDueOn] = useState<CalendarDate | null>(today);
  const add = useAddTask(t('tasks.added'));

  const submit = () => {
    if (administrationId === null || dueOn === null) return;
    const task = { administrationId, kind, title: title.trim(), note: note.trim() || null, dueOn };
    add.mutate({ ...task, debtorId: null }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={t('tasks.add')}
      action={t('common.save')}
      isBusy={add.isPending}
      isReady={administrationId !== null && dueOn !== null}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={t('tasks.what')}
        required
        maxLength={300}
        data-autofocus
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <AdministrationSelect
        label={t('common.administration')}
        value={administrationId}
        onChange={setAdministration}
      />
      <Select
        label={t('tasks.kind')}
        value={kind}
        data={BY_HAND.map((value) => ({ value, label: t(`tasks.kinds.${value}`) }))}
        onChange={(value) => setKind(value as TaskKind)}
      />
      <DayInput label={t('tasks.due')} value={dueOn} onChange={setDueOn} from={today} />
      <Textarea
        label={t('tasks.note')}
        autosize
        minRows={2}
        maxLength={5_000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </FormDialog>
  );
}
