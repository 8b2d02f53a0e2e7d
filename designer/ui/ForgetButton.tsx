import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMayWrite } from '../api/rights.ts';

type ForgetButtonProps = { readonly isBusy: boolean; readonly onForget: () => void };

/** Lets go of something that was learned; only for who may write. */
export function ForgetButton({ isBusy, onForget }: ForgetButtonProps) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  if (!mayWrite) return null;
  return (
    <Button size="xs" variant="default" loading={isBusy} onClick={onForget}>
      {t('bankWork.forget')}
    </Button>
  );
}
