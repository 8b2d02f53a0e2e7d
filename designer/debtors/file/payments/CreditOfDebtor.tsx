import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCreditOf } from '../../../api/payments.ts';
import { Money } from '../../../ui/values/Money.tsx';

/** What the debtor has to his credit; nothing is shown where there is none. */
export function CreditOfDebtor({ debtorId }: { debtorId: string }) {
  const { t } = useTranslation();
  const { data } = useCreditOf(debtorId);
  if (!data || data.creditCents <= 0) return null;
  return (
    <Text fw={600} role="status">
      {t('credit.total')} <Money cents={data.creditCents} />
    </Text>
  );
}
