import type { Place } from '@inning/sdk';
import { useTranslation } from 'react-i18next';

/** Where in a file something is, in the reader's language. */
export function useSayPlace() {
  const { t } = useTranslation();
  return ({ line, field, path }: Place): string =>
    [
      line === undefined ? null : t('imports.line', { line }),
      field === undefined ? null : t('imports.field', { field }),
      path ?? null,
    ]
      .filter((part) => part !== null)
      .join(', ');
}
