import { useTranslation } from 'react-i18next';
import type { LastRun } from '../api/overview.ts';
import { useFormat } from './values/format.ts';
import { StateBadge } from './values/StateBadge.tsx';

/** How long ago the flows last got through an administration; the instant itself on hovering. */
export function SinceRun({ run }: { readonly run: LastRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lastRunAt, sinceRunMinutes } = run;
  if (lastRunAt === null || sinceRunMinutes === null) return t('common.never');
  return (
    <time dateTime={lastRunAt} title={format.instant(lastRunAt)} style={{ whiteSpace: 'nowrap' }}>
      {sinceRunMinutes === 0 ? t('runs.justNow') : format.ago(sinceRunMinutes)}
    </time>
  );
}

/** Shown as long as the flows should have got through an administration and did not. */
export function LateRunBadge({ run }: { readonly run: LastRun }) {
  const { t } = useTranslation();
  return run.runState === 'late' ? <StateBadge tone="late">{t('runs.late')}</StateBadge> : null;
}
