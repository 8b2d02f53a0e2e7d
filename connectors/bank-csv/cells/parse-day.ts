import { type CalendarDate, isCalendarDate } from '@inning/sdk';

/** `20260302`, `2026-03-02`, `02-03-2026` or `02.03.2026`; null when it is no day. */
export function parseDay(text: string): CalendarDate | null {
  const bare = text.trim().replace(/[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/, '');
  const ordered = /^(\d{4})([-/]?)(\d{2})\2(\d{2})$/.exec(bare);
  if (ordered) return dayOf(ordered[1], ordered[3], ordered[4]);
  const written = /^(\d{1,2})([-.])(\d{1,2})\2(\d{4})$/.exec(bare) ?? slashed(bare);
  return written ? dayOf(written[4], written[3], written[1]) : null;
}

/** With slashes it may be month/day too, and is only read where that makes no difference. */
function slashed(text: string): RegExpExecArray | null {
  const match = /^(\d{1,2})(\/)(\d{1,2})\/(\d{4})$/.exec(text);
  const isClear =
    match !== null && (Number(match[1]) > 12 || Number(match[1]) === Number(match[3]));
  return isClear ? match : null;
}

function dayOf(year = '', month = '', day = ''): CalendarDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(text) ? text : null;
}
