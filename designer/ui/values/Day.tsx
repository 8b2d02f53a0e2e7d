import type { CalendarDate } from '@inning/sdk';
import { useFormat } from './format.ts';

/** A day; with `relative` also how far away it is. */
export function Day({ on, relative }: { on: CalendarDate | null; relative?: boolean }) {
  const format = useFormat();
  if (on === null) return <span className="quiet">–</span>;
  const distance = relative ? format.fromToday(on) : '';
  return (
    <time dateTime={on}>
      <span style={{ whiteSpace: 'nowrap' }}>{format.day(on)}</span>
      {distance && <span className="quiet"> · {distance}</span>}
    </time>
  );
}

export function Instant({ at }: { at: string | null }) {
  const format = useFormat();
  if (at === null) return <span className="quiet">–</span>;
  return (
    <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
      {format.instant(at)}
    </time>
  );
}
