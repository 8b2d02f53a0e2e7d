import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClaimChange } from '../../../api/claims.ts';
import { useMayWrite } from '../../../api/rights.ts';
import type { CalendarDate } from '../../../api/shapes.ts';
import { DayInput } from '../../../ui/DayInput.tsx';

const CHANNELS = ['post', 'mail', 'portal'] as const;

/** A letter that announced costs and left by another way, such as by post. */
export function RecordLetter({ debtorId }: { debtorId: string }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const [isAsking, ask] = useState(false);
  const [channel, setChannel] = useState<string>('post');
  const [sentOn, setSentOn] = useState<CalendarDate | null>(null);
  const [reason, setReason] = useState('');
  const change = useClaimChange(t('common.saved'));
  const close = () => ask(false);
  if (!mayWrite) return null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sentOn === null) return;
    const body = { channel, sentOn, reason: reason.trim() };
    change.mutate({ path: `debtors/${debtorId}/announcements`, body }, { onSuccess: close });
  };
  return (
    <>
      <Button variant="default" onClick={() => ask(true)}>
        {t('claim.recordLetter')}
      </Button>
      <Modal opened={isAsking} onClose={close} title={t('claim.recordLetter')}>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Select
              label={t('claim.channel')}
              value={channel}
              data={CHANNELS.map((value) => ({ value, label: t(`claim.channels.${value}`) }))}
              onChange={(value) => setChannel(value ?? 'post')}
              allowDeselect={false}
            />
            <DayInput label={t('claim.sentOn')} value={sentOn} onChange={setSentOn} />
            <Textarea
              label={t('common.reason')}
              required
              maxLength={1000}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={change.isPending}>
                {t('common.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
