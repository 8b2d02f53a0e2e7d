import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClaimChange } from '../../../api/claims.ts';
import type { CalendarDate } from '../../../api/shapes.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useFormat } from '../../../ui/values/format.ts';

export type Asked = { readonly on?: CalendarDate; readonly reason: string };
type Change = { readonly path: string; readonly body: object };
type AskReasonProps = {
  readonly label: string;
  readonly asksDay?: boolean;
  readonly toChanges: (asked: Asked) => readonly Change[];
  readonly onDone?: () => void;
};

/** A button that asks why, and where it matters when, before anything changes. */
export function AskReason({ label, asksDay = false, toChanges, onDone }: AskReasonProps) {
  const { t } = useTranslation();
  const [isAsking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const { today } = useFormat();
  const [on, setOn] = useState<CalendarDate | null>(asksDay ? today : null);
  const change = useClaimChange(t('common.saved'));
  const close = () => ask(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (asksDay && on === null) return;
    const asked = { reason: reason.trim(), ...(on ? { on } : {}) };
    for (const one of toChanges(asked)) await change.mutateAsync(one);
    setReason('');
    close();
    onDone?.();
  };
  return (
    <>
      <Button variant="default" size="xs" onClick={() => ask(true)}>
        {label}
      </Button>
      <Modal opened={isAsking} onClose={close} title={label}>
        <form onSubmit={(event) => void submit(event).catch(() => undefined)}>
          <Stack gap="sm">
            {asksDay && <DayInput label={t('claim.whichDay')} value={on} onChange={setOn} />}
            <Textarea
              label={t('common.reason')}
              required
              maxLength={1000}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
              data-autofocus
            />
            <Group justify="flex-end">
              <Button type="submit" loading={change.isPending}>
                {label}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
