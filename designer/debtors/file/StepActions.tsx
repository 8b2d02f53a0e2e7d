import { Button, Menu, TextInput } from '@mantine/core';
import type { CalendarDate } from '@inning/sdk';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type InstanceRow, type Intervention, useIntervene } from '../../api/instances.ts';
import { useMayWrite } from '../../api/rights.ts';
import { DayInput } from '../../ui/DayInput.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';

const POSSIBLE: Record<InstanceRow['state'], readonly Intervention[]> = {
  running: ['do-now', 'reschedule', 'hold', 'skip', 'stop'],
  held: ['release', 'do-now', 'skip', 'stop'],
  stuck: ['retry', 'skip', 'stop'],
  ended: [],
};

/** Taking a step over from the flow: now, later, not at all. */
export function StepActions({ instance }: { instance: InstanceRow }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const [act, ask] = useState<Intervention | null>(null);
  if (!mayWrite || POSSIBLE[instance.state].length === 0) return null;
  return (
    <>
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button variant="default" size="xs" mt={8} rightSection={<ChevronDown size={14} />}>
            {t('file.takeOver')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {POSSIBLE[instance.state].map((one) => (
            <Menu.Item key={one} onClick={() => ask(one)}>
              {t(`intervene.${one}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {act && <InterventionForm instance={instance} act={act} onClose={() => ask(null)} />}
    </>
  );
}

/** What the file must hold a reason for. */
const WITH_REASON: readonly Intervention[] = ['hold', 'skip', 'stop'];

type InterventionFormProps = {
  readonly instance: InstanceRow;
  readonly act: Intervention;
  readonly onClose: () => void;
};

function InterventionForm({ instance, act, onClose }: InterventionFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [on, setOn] = useState<CalendarDate | null>(instance.plannedOn);
  const intervene = useIntervene(t('common.saved'));

  const submit = () => {
    intervene.mutate(
      {
        id: instance.id,
        act,
        ...(WITH_REASON.includes(act) ? { reason: reason.trim() } : {}),
        ...(act === 'reschedule' && on ? { on } : {}),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <FormDialog
      title={`${t(`intervene.${act}`)}: ${instance.nodeLabel}`}
      action={t(`intervene.${act}`)}
      isBusy={intervene.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      {t(`intervene.hints.${act}`)}
      {act === 'reschedule' && <DayInput label={t('common.day')} value={on} onChange={setOn} />}
      {WITH_REASON.includes(act) && (
        <TextInput
          label={t('common.reason')}
          required
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
