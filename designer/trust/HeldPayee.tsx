import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { type Remittable, useVouchForPayee } from '../api/trust.ts';
import { StateBadge } from '../ui/values/StateBadge.tsx';

/** Money waits for two people who say that a new account is of the creditor. */
export function HeldPayee({ creditorId, iban, vouchedBy }: Remittable) {
  const { t } = useTranslation();
  const me = useSession().data?.user.id;
  const vouch = useVouchForPayee(t('trustPayee.done'));
  const isMine = vouchedBy.some(({ userId }) => userId === me);
  return (
    <div>
      <StateBadge tone="late">{t('trustPayee.held')}</StateBadge>
      <Text fz="sm">{t('trustPayee.heldSays')}</Text>
      {vouchedBy.length > 0 && (
        <Text className="quiet" fz="sm">
          {t('trustPayee.vouchedBy', { names: vouchedBy.map(({ name }) => name).join(', ') })}
        </Text>
      )}
      {!isMine && iban !== null && (
        <Button
          size="xs"
          variant="default"
          mt={4}
          loading={vouch.isPending}
          onClick={() => vouch.mutate({ creditorId, iban })}
        >
          {t('trustPayee.vouch')}
        </Button>
      )}
    </div>
  );
}
