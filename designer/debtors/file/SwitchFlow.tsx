import { SegmentedControl, Select, Text } from '@mantine/core';
import { localize } from '@inning/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Debtor, type FlowSwitch, useDebtorChange } from '../../api/debtors.ts';
import { useFlows } from '../../api/flows.ts';
import { useLocale } from '../../ui/values/format.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';

type SwitchFlowProps = { readonly debtor: Debtor; readonly onClose: () => void };

const BY_BEHAVIOUR = 'behaviour';

/** Another flow for one debtor: starting over, or going on after the last letter that was sent. */
export function SwitchFlow({ debtor, onClose }: SwitchFlowProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const flows = useFlows().data ?? [];
  const [flowId, setFlowId] = useState(debtor.flowId ?? BY_BEHAVIOUR);
  const [mode, setMode] = useState<FlowSwitch['mode']>('continue');
  const change = useDebtorChange<FlowSwitch>(debtor.id, 'flow', t('file.flowSwitched'));

  const submit = () => {
    change.mutate(
      { flowId: flowId === BY_BEHAVIOUR ? null : flowId, mode },
      { onSuccess: onClose },
    );
  };
  return (
    <FormDialog
      title={t('file.switchTitle', { name: debtor.name })}
      action={t('file.switchFlow')}
      isBusy={change.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <Select
        label={t('common.flow')}
        data={[
          { value: BY_BEHAVIOUR, label: t('file.byBehaviour') },
          ...flows.map((flow) => ({ value: flow.id, label: localize(flow.name, locale) })),
        ]}
        value={flowId}
        onChange={(value) => setFlowId(value ?? BY_BEHAVIOUR)}
      />
      <div>
        <Text fw={500} fz="sm" mb={4} id="switch-mode">
          {t('file.switchMode')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby="switch-mode"
          value={mode}
          onChange={(value) => setMode(value as FlowSwitch['mode'])}
          data={[
            { value: 'continue', label: t('file.modes.continue') },
            { value: 'reset', label: t('file.modes.reset') },
          ]}
        />
        <Text className="quiet" fz="sm" mt={6}>
          {t(`file.modeHints.${mode}`)}
        </Text>
      </div>
    </FormDialog>
  );
}
