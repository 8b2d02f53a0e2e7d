import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';
import type { Notices } from '../../api/query-client.ts';
import { sayError } from './say-error.ts';

/** Short messages at the edge of the screen. */
export function createNotices(t: TFunction): Notices {
  return {
    done: (message) =>
      notifications.show({ message, color: 'good', autoClose: 4_000, ...closing(t) }),
    failed: (error) =>
      notifications.show({
        message: sayError(error, t),
        color: 'broken',
        autoClose: 10_000,
        ...closing(t),
      }),
  };
}

const closing = (t: TFunction) => ({ closeButtonProps: { 'aria-label': t('common.close') } });
