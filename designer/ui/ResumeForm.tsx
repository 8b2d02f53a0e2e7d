import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResumeChoice } from '../api/administrations.ts';
import { FormDialog } from './FormDialog.tsx';

type ResumeFormProps = {
  readonly title: string;
  readonly says: string;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onResume: (choice: ResumeChoice) => void;
};

/** Going on after a pause: with the dates as they were, or with all of them moved by its length. */
export function ResumeForm({ title, says, isBusy, onClose, onResume }: ResumeFormProps) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<ResumeChoice>('shift');
  const submit = () => {
    onResume(choice);
  };
  return (
    <FormDialog
      title={title}
      action={t('common.resume')}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text>{says}</Text>
      <Radio.Group
        label={t('pause.howResume')}
        value={choice}
        onChange={(value) => setChoice(value as ResumeChoice)}
      >
        <Stack gap="sm" mt={6}>
          <Radio value="shift" label={t('pause.shift')} description={t('pause.shiftHint')} />
          <Radio value="now" label={t('pause.now')} description={t('pause.nowHint')} />
        </Stack>
      </Radio.Group>
    </FormDialog>
  );
}
