import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { addDays, type CalendarDate } from '@inning/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from './DayInput.tsx';
import { useFormat } from './values/format.ts';
import { FormDialog } from './FormDialog.tsx';

type PauseFormProps = {
  readonly title: string;
  readonly says: string;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onPause: (pause: { until: CalendarDate | null; reason: string }) => void;
};

const USUAL_DAYS = 14;

/** Holding back: until a day or until someone resumes, always with a reason. */
export function PauseForm({ title, says, isBusy, onClose, onPause }: PauseFormProps) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const [hasEnd, setHasEnd] = useState(true);
  const [until, setUntil] = useState<CalendarDate | null>(addDays(today, USUAL_DAYS));
  const [reason, setReason] = useState('');

  const submit = () => {
    onPause({ until: hasEnd ? until : null, reason: reason.trim() });
  };
  return (
    <FormDialog
      title={title}
      action={t('common.pause')}
      isBusy={isBusy}
      isReady={!hasEnd || until !== null}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text>{says}</Text>
      <Radio.Group
        label={t('pause.howLong')}
        value={hasEnd ? 'until' : 'open'}
        onChange={(value) => setHasEnd(value === 'until')}
      >
        <Stack gap="xs" mt={6}>
          <Radio value="until" label={t('pause.untilDay')} />
          <Radio value="open" label={t('pause.untilResumed')} />
        </Stack>
      </Radio.Group>
      {hasEnd && (
        <DayInput label={t('common.until')} value={until} onChange={setUntil} from={today} />
      )}
      <TextInput
        label={t('common.reason')}
        description={t('pause.reasonHint')}
        required
        maxLength={1000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  );
}
