import { createHash } from 'node:crypto';
import { addDays, type CalendarDate, isCalendarDate } from '@inning/sdk';
import type { Administration } from '../../domain/administrations/index.ts';

/** How far the daily look has come: the day, and the choice of flows it was made with. */
export type ScanMark = { readonly choice: string; readonly on: CalendarDate };

export function scanMark(administration: Administration, today: CalendarDate): ScanMark {
  const { steady, unknown, fluctuating, erratic } = administration.flowChoice ?? {};
  const choice = [steady, unknown, fluctuating, erratic].map(String).join(' ');
  return { choice: createHash('sha256').update(choice).digest('hex').slice(0, 16), on: today };
}

/**
 * The first due day to look at: what was overdue at the last look has been seen, and whatever changed
 * since then says so by an event. Null looks at everything: the first time, and when another flow was
 * chosen. Two days are looked at twice, in case a look broke off.
 */
export function sinceMark(before: string | null, mark: ScanMark): CalendarDate | null {
  const [choice, on] = before?.split(' ') ?? [];
  if (choice !== mark.choice || !isCalendarDate(on)) return null;
  return on <= mark.on ? addDays(on, -2) : null;
}
