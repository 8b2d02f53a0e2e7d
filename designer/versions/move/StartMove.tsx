import { Alert, Button, Group, Progress } from '@mantine/core';
import { Calculator } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { sayError } from '../../ui/states/say-error.ts';
import { PARTS } from './move-parts.ts';
import { movable } from './movable.ts';
import type { MoveCases } from './use-move-cases.ts';

/** Reckon first, then move; while it goes on how far it is, and after a breakdown where it stopped. */
export function StartMove({ moving }: { moving: MoveCases }) {
  const { t } = useTranslation();
  const { plan } = moving;
  const count = plan ? movable(plan) : 0;
  return (
    <div aria-live="polite">
      <Group mt="md" mb="md">
        <Button
          variant={plan ? 'default' : 'filled'}
          leftSection={<Calculator size={16} />}
          loading={moving.isReckoning}
          disabled={moving.isMoving || moving.progress !== null}
          onClick={moving.reckon}
        >
          {t('versions.reckon')}
        </Button>
        {plan && (
          <Button loading={moving.isMoving} disabled={count === 0} onClick={moving.start}>
            {moving.hasBrokenOff ? t('versions.goOn') : t('versions.move', { count })}
          </Button>
        )}
      </Group>
      {moving.progress && <HowFar progress={moving.progress} />}
      {moving.error && <WentWrong moving={moving} error={moving.error} />}
    </div>
  );
}

function HowFar({ progress }: { progress: NonNullable<MoveCases['progress']> }) {
  const { t } = useTranslation();
  const words = t('versions.progress', { ...progress, of: PARTS });
  return (
    <>
      <Progress.Root size="lg" mb="sm" maw={560}>
        <Progress.Section value={(100 * progress.done) / PARTS} aria-label={words} />
      </Progress.Root>
      <p>{words}</p>
    </>
  );
}

type WentWrongProps = { readonly moving: MoveCases; readonly error: Error };

function WentWrong({ moving: { hasBrokenOff, progress }, error }: WentWrongProps) {
  const { t } = useTranslation();
  const title = t(hasBrokenOff ? 'versions.brokeOff' : 'versions.notReckoned');
  return (
    <Alert role="alert" color="broken" mb="md" title={title}>
      {sayError(error, t)}{' '}
      {hasBrokenOff && t('versions.doneSoFar', { count: progress?.migrated ?? 0 })}
    </Alert>
  );
}
