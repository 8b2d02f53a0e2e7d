import { Alert, Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useOverview } from '../api/overview.ts';

/** Who owes and is in no flow: nothing happens for them by itself. */
export function WithoutFlow() {
  const { t } = useTranslation();
  const books = useOverview().data?.administrations ?? [];
  const count = books.reduce((sum, one) => sum + one.withoutFlowCount, 0);
  if (count === 0) return null;
  return (
    <Alert
      mb="md"
      color="late"
      icon={<TriangleAlert size={18} />}
      title={t('treated.none', { count })}
    >
      {t('treated.noneSays')}{' '}
      <Anchor component={Link} to="/debtors" search={{ state: 'no-flow' } as never}>
        {t('treated.noneShow')}
      </Anchor>
    </Alert>
  );
}
