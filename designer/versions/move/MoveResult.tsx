import { Stack, Text } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MoveCases } from './use-move-cases.ts';

/** How many moved, how many stayed and why that may be. */
export function MoveResult({ moving }: { moving: MoveCases }) {
  const { t } = useTranslation();
  const { migrated = 0, stayed = 0 } = moving.result ?? {};
  return (
    <Stack align="center" gap={6} py={40} ta="center" role="status">
      <CircleCheck size={28} strokeWidth={1.5} color="var(--good)" aria-hidden />
      <Text fw={600}>{t('versions.moved', { count: migrated })}</Text>
      {stayed > 0 && <Text maw={520}>{t('versions.stayed', { count: stayed })}</Text>}
    </Stack>
  );
}
