import type { TFunction } from 'i18next';
import { ApiError, hasStatus, isUnreachable } from '../../api/errors.ts';

/** What went wrong in words for a person: by code where we have a text, else as the server said it. */
export function sayError(error: unknown, t: TFunction): string {
  if (isUnreachable(error)) return t('errors.unreachable');
  if (!(error instanceof ApiError)) return t('errors.unexpected');
  const byCode = t(`errors.codes.${error.code}` as 'errors.unexpected', { defaultValue: '' });
  if (byCode) return byCode;
  if (hasStatus(error, 403)) return t('errors.noRights');
  if (hasStatus(error, 404)) return t('errors.notFound');
  return error.message || t('errors.unexpected');
}
