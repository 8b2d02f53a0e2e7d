import { Button, Group, Select, TextInput } from '@mantine/core';
import type { CostState } from '@inning/sdk';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Invoice, useCostState } from '../api/invoices.ts';
import { useMayWrite } from '../api/rights.ts';

const STATES: readonly CostState[] = ['none', 'announced', 'claimable'];

/** Changes by hand whether collection costs were announced or are claimable, always with a reason. */
export function CostStateForm({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const [state, setState] = useState<CostState>(invoice.costState);
  const [reason, setReason] = useState('');
  const change = useCostState(invoice.id, t('common.saved'));
  if (!mayWrite || invoice.state === 'closed') return null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ state, reason: reason.trim() }, { onSuccess: () => setReason('') });
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs">
        <Select
          label={t('invoices.costState')}
          value={state}
          data={STATES.map((value) => ({ value, label: t(`invoices.costs.${value}`) }))}
          onChange={(value) => setState(value as CostState)}
          w={190}
        />
        {state !== invoice.costState && (
          <>
            <TextInput
              label={t('common.reason')}
              required
              maxLength={1000}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
              flex={1}
            />
            <Button type="submit" loading={change.isPending}>
              {t('common.save')}
            </Button>
          </>
        )}
      </Group>
    </form>
  );
}
