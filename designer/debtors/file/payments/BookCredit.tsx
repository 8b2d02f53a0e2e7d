import { Radio, Text } from '@mantine/core';
import { minCents } from '@inning/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInvoicesOf } from '../../../api/invoices.ts';
import { type Payment, useBookCredit } from '../../../api/payments.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { Loaded } from '../../../ui/states/Loaded.tsx';
import { Money } from '../../../ui/values/Money.tsx';
import { InvoiceChoices } from './InvoiceChoices.tsx';

type BookCreditProps = {
  readonly debtorId: string;
  readonly payment: Payment;
  readonly onClose: () => void;
};

/** What was paid too much, on an invoice that is open now; as much as that invoice takes. */
export function BookCredit({ debtorId, payment, onClose }: BookCreditProps) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<string | null>(null);
  const invoices = useInvoicesOf(debtorId, false);
  const book = useBookCredit(t('credit.booked'));
  const open = (invoices.data ?? []).filter((one) => one.openCents > 0);
  const submit = () => {
    const invoice = open.find((one) => one.id === chosen);
    if (!invoice) return;
    const amountCents = minCents(invoice.openCents, payment.creditCents);
    const allocations = [{ invoiceId: invoice.id, amountCents }];
    book.mutate({ id: payment.id, allocations }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={t('credit.title')}
      action={t('credit.book')}
      isBusy={book.isPending}
      isReady={chosen !== null}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text>
        {t('credit.left')} <Money cents={payment.creditCents} />
      </Text>
      <Loaded query={invoices}>
        {() =>
          open.length === 0 ? (
            <Text className="quiet">{t('credit.nothingOpen')}</Text>
          ) : (
            <Radio.Group value={chosen} onChange={choose} label={t('credit.which')}>
              <InvoiceChoices invoices={open} choice={Radio} />
            </Radio.Group>
          )
        }
      </Loaded>
    </FormDialog>
  );
}
