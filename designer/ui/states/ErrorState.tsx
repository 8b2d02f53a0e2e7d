import { Button, Stack, Text } from '@mantine/core';
import { CloudOff, Lock, RotateCw, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { hasStatus, isUnreachable } from '../../api/errors.ts';
import { sayError } from './say-error.ts';

/** A screen or part of it that could not be shown: what happened, and what to do. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const mayHelp = !hasStatus(error, 403) && !hasStatus(error, 404);
  return (
    <Stack align="center" gap={6} py={40} px="md" ta="center" role="alert">
      <ErrorIcon error={error} />
      <Text fw={600} maw={520}>
        {sayError(error, t)}
      </Text>
      {retry && mayHelp && (
        <Button variant="default" leftSection={<RotateCw size={15} />} onClick={retry} mt={6}>
          {t('common.retry')}
        </Button>
      )}
    </Stack>
  );
}

function ErrorIcon({ error }: { error: unknown }) {
  const look = { size: 28, strokeWidth: 1.5, color: 'var(--quiet)', 'aria-hidden': true } as const;
  if (isUnreachable(error)) return <CloudOff {...look} />;
  return hasStatus(error, 403) ? <Lock {...look} /> : <TriangleAlert {...look} />;
}
