import { useTranslation } from 'react-i18next';
import type { Pause } from '../api/shapes.ts';
import { useFormat } from './values/format.ts';
import { StateBadge } from './values/StateBadge.tsx';

/** Shown as long as something is held back, with its end. */
export function PauseBadge({ pause }: { pause: Pick<Pause, 'pausedSince' | 'pausedUntil'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (pause.pausedSince === null) return null;
  // A pause whose last day has passed is over, though nobody resumed it.
  if (pause.pausedUntil !== null && pause.pausedUntil < format.today) return null;
  return (
    <StateBadge tone="paused">
      {pause.pausedUntil
        ? t('common.pausedUntil', { day: format.day(pause.pausedUntil) })
        : t('common.paused')}
    </StateBadge>
  );
}
