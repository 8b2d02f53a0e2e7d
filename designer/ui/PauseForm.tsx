import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { addDays, type CalendarDate } from '@inning/sdk';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from './DayInput.tsx';
import { useFormat } from './values/format.ts';

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

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPause({ until: hasEnd ? until : null, reason: reason.trim() });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
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
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={hasEnd && until === null}>
              {t('common.pause')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
