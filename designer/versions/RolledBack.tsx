import { Alert, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PenLine, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RollBack } from './use-roll-back.ts';

/** What going back did, with the way back from that. */
export function RolledBack({ flowId, rollBack }: { flowId: string; rollBack: RollBack }) {
  const { t } = useTranslation();
  const { done, isBusy, undo } = rollBack;
  if (!done) return null;
  return (
    <Alert color="good" mb="md" role="status" title={t('versions.rolledBack', { ...done })}>
      <Group gap="xs">
        {t('versions.rolledBackHint')}
        <Button
          size="compact-sm"
          variant="default"
          loading={isBusy}
          leftSection={<Undo2 size={14} />}
          onClick={undo}
        >
          {t('versions.undo')}
        </Button>
        <Button
          size="compact-sm"
          variant="light"
          component={Link}
          to="/flows/$flowId/draw"
          params={{ flowId } as never}
          leftSection={<PenLine size={14} />}
        >
          {t('draw.edit')}
        </Button>
      </Group>
    </Alert>
  );
}
