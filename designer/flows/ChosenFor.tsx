import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FlowRow } from '../api/flows.ts';

/** For whom a flow is chosen: by the payment behaviour in administrations, and for debtors apart. */
export function ChosenFor({ flow }: { readonly flow: FlowRow }) {
  const { t } = useTranslation();
  const { administrations, debtors } = flow.chosenFor;
  const words = [
    flow.creditorId !== null && t('treated.ofCreditor'),
    administrations > 0 && t('treated.inBooks', { count: administrations }),
    debtors > 0 && t('treated.apart', { count: debtors }),
    administrations + debtors === 0 && t('treated.unchosen'),
  ];
  return <Text fz="sm">{words.filter(Boolean).join(' · ')}</Text>;
}
