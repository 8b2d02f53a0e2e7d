/**
 * What is known of the days between moments: at least so many from one to the other, `-Infinity` when
 * nothing. Index 0 is now; time may always go by, so that there are no upper bounds.
 */
export type Zone = readonly (readonly number[])[];

const UNKNOWN = Number.NEGATIVE_INFINITY;
const NOW = 0;

/** Nothing is known; every moment is nought days from itself. */
export function openZone(size: number): Zone {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => (row === column ? 0 : UNKNOWN)),
  );
}

/** At least so many days lie between a moment and now. */
export const sinceIn = (zone: Zone, moment: number): number => zone[NOW]?.[moment] ?? UNKNOWN;

type Pair = readonly [later: number, earlier: number];

/** It is known that one moment came at least so many days after another. */
export function withDistance(zone: Zone, [later, earlier]: Pair, days: number): Zone {
  const own = zone[later] ?? [];
  const known = zone[earlier] ?? [];
  return replaced(
    zone,
    later,
    own.map((bound, column) => Math.max(bound, days + (known[column] ?? UNKNOWN))),
  );
}

/** Time went by until so many days after a moment. */
export const waited = (zone: Zone, moment: number, days: number): Zone =>
  withDistance(zone, [NOW, moment], days);

/** What holds whichever of two ways was gone. */
export function hull(one: Zone, other: Zone): Zone {
  return one.map((row, r) => row.map((bound, c) => Math.min(bound, other[r]?.[c] ?? UNKNOWN)));
}

/** The moment is now, or as long ago as another; what was known of it before is forgotten. */
export function marked(zone: Zone, moment: number, as: number = NOW): Zone {
  if (moment === as) return zone;
  const row = [...(zone[as] ?? [])];
  row[moment] = 0;
  // Time goes by from here, so that nothing is known of the moment after now.
  row[NOW] = UNKNOWN;
  return zone.map((own, r) => {
    if (r === moment) return row;
    const copy = [...own];
    copy[moment] = own[as] ?? UNKNOWN;
    return copy;
  });
}

/** Everything that may happen in `other` may happen in `zone`. */
export function covers(zone: Zone, other: Zone): boolean {
  return zone.every((row, r) => row.every((bound, c) => bound <= (other[r]?.[c] ?? UNKNOWN)));
}

function replaced(zone: Zone, index: number, row: readonly number[]): Zone {
  return zone.map((own, r) => (r === index ? row : own));
}
