import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './layout.module.css';

/** The way back to the list, where what was opened took its place. */
export function BackLink({ to }: { to: '/debtors' | '/mailbox' | '/administrations' }) {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to={to} search={true} className={styles.back ?? ''}>
      <ArrowLeft size={16} aria-hidden /> {t('common.back')}
    </Anchor>
  );
}
