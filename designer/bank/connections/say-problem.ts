import { useTranslation } from 'react-i18next';

/** A code of the server in words, as in `refusals.json`. */
export function useSayProblem() {
  const { t } = useTranslation();
  return (code: string): string =>
    t(`refusals.${code}` as 'bankConnections.unexpected', {
      defaultValue: t('bankConnections.unexpected'),
    });
}
