import type { TFunction } from 'i18next';
import { ApiError, hasStatus, isUnreachable } from '../../api/errors.ts';

/**
 * What went wrong in words for a person: by code where we have a text, else as the server said it.
 * A text may fill in the details of the refusal, and as `said` the sentence of the server: the place in a file
 * has no translation.
 */
export function sayError(error: unknown, t: TFunction): string {
  if (isUnreachable(error)) return t('errors.unreachable');
  if (!(error instanceof ApiError)) return t('errors.unexpected');
  const byCode = t(`refusals.${error.code}` as 'errors.unexpected', {
    ...error.details,
    said: error.message,
    defaultValue: '',
  });
  if (byCode) return byCode;
  if (hasStatus(error, 403)) return t('errors.noRights');
  if (hasStatus(error, 404)) return t('errors.notFound');
  return error.message || t('errors.unexpected');
}
