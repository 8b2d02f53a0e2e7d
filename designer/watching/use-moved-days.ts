import { isCalendarDate } from '@inning/sdk';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../api/watching.ts';
import { useFormat } from '../ui/values/format.ts';

/** Said at the cards of steps that a person set on another day (FLOW-09): the days, also afterwards. */
export function useMovedDays({ path }: Pick<CaseFile, 'path'>): ReadonlyMap<string, string> {
  const { t } = useTranslation();
  const format = useFormat();
  const notes = new Map<string, string>();
  for (const { nodeId, because } of path) {
    if (because?.code !== 'flow.intervened.rescheduled') continue;
    const { on, fromOn } = because.params ?? {};
    if (!isCalendarDate(on)) continue;
    const day = format.day(on);
    const before = isCalendarDate(fromOn) ? format.day(fromOn) : null;
    notes.set(
      nodeId,
      before ? t('deviation.cardFrom', { day, before }) : t('deviation.card', { day }),
    );
  }
  return notes;
}
