import type { StepAnchor } from '../settings/read-anchor.ts';
import type { StepReading } from './read-step.ts';
import { hull, marked, openZone, sinceIn, waited, withDistance, type Zone } from './zone.ts';

/** The days a flow counts from, by name, each with its place in a zone. */
export type Moments = ReadonlyMap<string, number>;

const OF_FLOW = ['now', 'invoice-date', 'due-date', 'flow-start', 'previous-step'];
/** Steps that others count from; more than these in one flow are not followed. */
const MOST_NAMED_STEPS = 32;

export function momentsOf(steps: Iterable<StepReading>, own: readonly string[]): Moments {
  const named = new Set<string>();
  for (const { wait } of steps) {
    for (const { from, step } of wait?.anchors ?? []) {
      if (from === 'step' && step !== null && named.size < MOST_NAMED_STEPS) named.add(step);
    }
  }
  const names = [...OF_FLOW, ...own, ...[...named].map(stepMoment)];
  return new Map(names.map((name, index) => [name, index]));
}

export const stepMoment = (step: string) => `step ${step}`;

/** An invoice is due on its date or later, and a flow that waits for it starts the day after at the earliest. */
export function startZone(moments: Moments, start: StepReading): Zone {
  const at = (name: string) => moments.get(name) ?? 0;
  let zone = openZone(moments.size);
  zone = withDistance(zone, [at('due-date'), at('invoice-date')], 0);
  zone = waited(zone, at('invoice-date'), 0);
  if (start.starts === 'when-overdue') zone = waited(zone, at('due-date'), 1);
  for (const name of ['flow-start', 'previous-step', stepMoment(start.id)]) {
    if (moments.has(name)) zone = marked(zone, at(name));
  }
  return zone;
}

/** Time goes by until the latest (or earliest) of several days; those that may be missing do not hold it. */
export function waitOut(zone: Zone, { wait }: StepReading, moments: Moments): Zone {
  if (!wait) return zone;
  const { pick, anchors } = wait;
  const certain = anchors.flatMap((anchor) => {
    const moment = moments.get(anchor.step === null ? anchor.from : stepMoment(anchor.step));
    const isCertain = moment !== undefined && moment > 0;
    return isCertain ? [{ moment, days: leastDays(anchor) }] : [];
  });
  if (pick === 'latest') {
    return certain.reduce((later, { moment, days }) => waited(later, moment, days), zone);
  }
  // A day that may be missing, such as a promise, may also be the earliest of all.
  if (certain.length < anchors.length) return zone;
  const ways = certain.map(({ moment, days }) => waited(zone, moment, days));
  return ways.length > 0 ? ways.reduce(hull) : zone;
}

/** Civil days that so many working days are at least (or, backwards, at most). */
function leastDays({ days, unit }: StepAnchor): number {
  if (unit === 'days' || days === 0) return days;
  if (days > 0) return days + 2 * Math.floor((days - 1) / 5);
  return 2 * days - HOLIDAYS_IN_A_ROW;
}

const HOLIDAYS_IN_A_ROW = 10;

/** The step has happened, or was passed: then it hands on the day of the one before. */
export function passed(
  zone: Zone,
  { id, happened }: { readonly id: string; readonly happened: boolean },
  moments: Moments,
): Zone {
  const previous = moments.get('previous-step') ?? 0;
  const own = moments.get(stepMoment(id));
  const next = happened ? marked(zone, previous) : zone;
  return own === undefined ? next : marked(next, own, happened ? 0 : previous);
}

export const since = (zone: Zone, moments: Moments, name: string): number =>
  sinceIn(zone, moments.get(name) ?? -1);
