import { useNetwork } from '@mantine/hooks';
import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './shell.module.css';

/** Says it when the machine is offline: what is shown may be old, and changes will not arrive. */
export function LineState({ isLive }: { isLive: boolean }) {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return (
    <div role="status" data-live={isLive}>
      {!online && (
        <p className={styles.offline}>
          <CloudOff size={16} aria-hidden /> {t('shell.offline')}
        </p>
      )}
    </div>
  );
}
