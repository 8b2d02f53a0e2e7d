import { addDays, type CalendarDate, daysBetween, weekday } from '../../calendar-date.ts';
import type { Country } from '../../country.ts';
import type { DatedStep } from '../problem.ts';
import type { WayStep } from './explore-paths.ts';
import type { StepAnchor } from '../settings/read-anchor.ts';
import { isContact, type StepReading } from './read-step.ts';

export type WayCalendar = Pick<Country, 'holiday' | 'contactWindow'>;

/** One case: when its invoice is due, and what holds it up. */
export type WayCase = {
  readonly invoicedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  /** By place in the way: days that the platform, a pause or a person held that step back. */
  readonly delays: ReadonlyMap<number, number>;
};

/**
 * Walks one way in days that could be, at the earliest, as the engine would: contacts wait for their
 * window, steps keep their distance to a step that came late, and a day nobody knows holds nothing.
 */
export function dateWay(
  way: readonly WayStep[],
  walked: WayCase,
  calendar: WayCalendar,
): DatedStep[] {
  const days = { today: addDays(walked.dueOn, 1), intended: '', previous: '' };
  days.previous = days.today;
  const started = days.today;
  const steps = new Map<string, CalendarDate>();

  return way.map(({ step, outcome }, place) => {
    const anchorDay = (anchor: StepAnchor): CalendarDate | null => {
      if (anchor.from === 'step') return steps.get(anchor.step ?? '') ?? days.previous;
      return (
        {
          'invoice-date': walked.invoicedOn,
          'due-date': walked.dueOn,
          'flow-start': started,
          'previous-step': days.previous,
        }[anchor.from] ?? null
      );
    };
    if (step.wait) days.today = later(days.today, waitDay(step, anchorDay));
    days.today = addDays(days.today, walked.delays.get(place) ?? 0);
    if (step.deeds.some((deed) => isContact(deed) && deed.channel !== null)) {
      days.today = firstContactDay(days.today, step, calendar);
    }
    const on = days.today;
    settle(step, outcome);
    return { nodeId: step.id, outcome, on };
  });

  function waitDay(
    { wait }: StepReading,
    anchorDay: (anchor: StepAnchor) => CalendarDate | null,
  ): CalendarDate {
    const found = (wait?.anchors ?? []).flatMap((anchor) => {
      const day = anchorDay(anchor);
      return day === null ? [] : [countFrom(day, anchor, calendar)];
    });
    const [first, ...others] = found.sort();
    const on = (wait?.pick === 'latest' ? others.at(-1) : undefined) ?? first ?? days.previous;
    const isBehind = days.intended !== '' && on < days.previous;
    const lateDays = isBehind ? Math.max(0, daysBetween(days.intended, days.previous)) : 0;
    days.intended = on;
    return addDays(on, lateDays);
  }

  function settle(step: StepReading, outcome: string | null): void {
    const isDoing = step.kind === 'action' || step.isGroup;
    const happened = isDoing && outcome !== step.skippedOutcome && outcome !== 'failed';
    if (happened) days.previous = days.today;
    steps.set(step.id, happened ? days.today : days.previous);
    const rest = step.deeds.find(({ does }) => does === 'rest')?.value;
    if (happened && typeof rest === 'number') days.today = addDays(days.today, rest);
  }
}

const later = (one: CalendarDate, other: CalendarDate) => (other > one ? other : one);

function countFrom(day: CalendarDate, anchor: StepAnchor, { holiday }: WayCalendar): CalendarDate {
  if (anchor.unit === 'days') return addDays(day, anchor.days);
  let current = day;
  for (let left = Math.min(Math.abs(anchor.days), 400); left > 0;) {
    current = addDays(current, anchor.days < 0 ? -1 : 1);
    if (weekday(current) <= 5 && holiday(current) === null) left -= 1;
  }
  return current;
}

const MAX_DAYS_CLOSED = 14;

function firstContactDay(
  day: CalendarDate,
  { deeds }: StepReading,
  { contactWindow }: WayCalendar,
): CalendarDate {
  const channel = deeds.find((deed) => isContact(deed) && deed.channel)?.channel ?? 'mail';
  for (let ahead = 0; ahead <= MAX_DAYS_CLOSED; ahead += 1) {
    const on = addDays(day, ahead);
    if (contactWindow({ day: on, channel, debtorKind: 'consumer' }) !== null) return on;
  }
  return day;
}
