import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Activity, CalendarCheck2, FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './flows.module.css';

/** What can be done with a flow besides reading it. */
export function FlowLinks({ flowId }: { flowId: string }) {
  const { t } = useTranslation();
  return (
    <Group gap="md">
      <Anchor
        component={Link}
        to="/flows/$flowId/try"
        params={{ flowId } as never}
        className={styles.link ?? ''}
      >
        <FlaskConical size={15} aria-hidden /> {t('trying.open')}
      </Anchor>
      <Anchor
        component={Link}
        to="/flows/$flowId/watch"
        params={{ flowId } as never}
        className={styles.link ?? ''}
      >
        <Activity size={15} aria-hidden /> {t('watching.open')}
      </Anchor>
      <Anchor
        component={Link}
        to="/flows/today"
        search={{ flowId } as never}
        className={styles.link ?? ''}
      >
        <CalendarCheck2 size={15} aria-hidden /> {t('today.open')}
      </Anchor>
    </Group>
  );
}
