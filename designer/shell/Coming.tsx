import { useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './shell.module.css';

/** A line along the top while the next screen is fetched; of a short wait nothing shows. */
export function Coming() {
  const { t } = useTranslation();
  const isComing = useRouterState({ select: ({ isLoading }) => isLoading });
  if (!isComing) return null;
  return <div className={styles.coming} role="progressbar" aria-label={t('shell.coming')} />;
}
