/** A time of day as people type it: `9`, `930`, `9.30` and `09:30` are all half past nine or nine. */
export function readTime(typed: string): string | null {
  const [, hours, minutes = '0'] =
    /^(\d{1,2})(?:[:.\s]?(\d{2}))?$/.exec(typed.trim().replace(/\s*(uur|h)$/i, '')) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}
