import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/states/EmptyState.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={SearchX} title={t('shell.notFound')}>
      <Anchor component={Link} to="/">
        {t('shell.toOverview')}
      </Anchor>
    </EmptyState>
  );
}
