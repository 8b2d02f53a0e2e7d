import { Checkbox, Text } from '@mantine/core';
import { sumCents } from '@inning/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInvoicesOf } from '../../../api/invoices.ts';
import { useCollect } from '../../../api/mandates.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { Loaded } from '../../../ui/states/Loaded.tsx';
import { useFormat } from '../../../ui/values/format.ts';
import { InvoiceChoices } from './InvoiceChoices.tsx';

type CollectFormProps = {
  readonly debtorId: string;
  readonly account: string;
  readonly onClose: () => void;
};

/** Which invoices are collected from the account. */
export function CollectForm({ debtorId, account, onClose }: CollectFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, choose] = useState<string[]>([]);
  const invoices = useInvoicesOf(debtorId, false);
  const collect = useCollect(debtorId, t('mandate.started'));
  const open = (invoices.data ?? []).filter((one) => one.openCents > 0 && one.disputedAt === null);
  const total = sumCents(open.filter((one) => chosen.includes(one.id)).map((one) => one.openCents));
  return (
    <FormDialog
      title={t('mandate.collectTitle')}
      action={t('mandate.collectAction', { amount: format.money(total) })}
      isBusy={collect.isPending}
      isReady={chosen.length > 0}
      onClose={onClose}
      onSubmit={() => collect.mutate(chosen, { onSuccess: onClose })}
    >
      <Text>{t('mandate.collectSays', { account })}</Text>
      <Loaded query={invoices}>
        {() =>
          open.length === 0 ? (
            <Text className="quiet">{t('mandate.nothingOpen')}</Text>
          ) : (
            <Checkbox.Group value={chosen} onChange={choose} label={t('mandate.which')}>
              <InvoiceChoices invoices={open} choice={Checkbox} />
            </Checkbox.Group>
          )
        }
      </Loaded>
    </FormDialog>
  );
}
