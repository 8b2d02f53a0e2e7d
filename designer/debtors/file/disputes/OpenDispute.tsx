import { Checkbox, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenDispute } from '../../../api/case-file.ts';
import type { Debtor } from '../../../api/debtors.ts';
import { useInvoicesOf } from '../../../api/invoices.ts';
import { Loaded } from '../../../ui/states/Loaded.tsx';
import { useFormat } from '../../../ui/values/format.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';

/** Records which invoices are contested and why. */
export function OpenDispute({ debtor, onClose }: { debtor: Debtor; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const invoices = useInvoicesOf(debtor.id, false);
  const [invoiceIds, setInvoiceIds] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const open = useOpenDispute(debtor.id, t('disputes.opened'));

  const submit = () => {
    open.mutate({ invoiceIds, reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={t('disputes.open')}
      action={t('common.save')}
      isBusy={open.isPending}
      isReady={invoiceIds.length > 0}
      onClose={onClose}
      onSubmit={submit}
    >
      <Loaded query={invoices}>
        {(rows) => (
          <Checkbox.Group label={t('disputes.which')} value={invoiceIds} onChange={setInvoiceIds}>
            <Stack gap={6} mt={6}>
              {rows.map((one) => (
                <Checkbox
                  key={one.id}
                  value={one.id}
                  label={`${one.number} · ${format.money(one.openCents, one.currency)}`}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
      </Loaded>
      <Textarea
        label={t('disputes.reason')}
        required
        autosize
        minRows={3}
        maxLength={5_000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  );
}
