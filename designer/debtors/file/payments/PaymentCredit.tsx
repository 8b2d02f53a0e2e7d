import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../api/payments.ts';
import { useMayWrite } from '../../../api/rights.ts';
import { Money } from '../../../ui/values/Money.tsx';
import { BookCredit } from './BookCredit.tsx';

/** What is left of a payment, and the way to book it on an invoice after all. */
export function PaymentCredit({ debtorId, payment }: { debtorId: string; payment: Payment }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const [isBooking, book] = useState(false);
  if (payment.creditCents <= 0) return null;
  return (
    <Group gap="xs" mt={4}>
      <Text fz="sm">
        {t('credit.left')} <Money cents={payment.creditCents} />
      </Text>
      {mayWrite && (
        <Button size="xs" variant="default" onClick={() => book(true)}>
          {t('credit.book')}
        </Button>
      )}
      {isBooking && (
        <BookCredit debtorId={debtorId} payment={payment} onClose={() => book(false)} />
      )}
    </Group>
  );
}
