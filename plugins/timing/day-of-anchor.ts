import {
  addDays,
  type Anchor,
  type CalendarDate,
  type Country,
  type WaitContext,
  weekday,
} from '@inning/sdk';

type Known = Pick<WaitContext<unknown>, 'claim' | 'anchors' | 'country'>;

/**
 * The day an anchor points at, or null when the claim does not have it (no promise was made, the
 * average payment term is not known yet). The oldest overdue invoice gives the dates of a claim.
 */
export function dayOfAnchor(anchor: Anchor, known: Known): CalendarDate | null {
  const day = baseOf(anchor, known);
  if (day === null) return null;
  return anchor.unit === 'working-days'
    ? addWorkingDays(day, anchor.days, known.country)
    : addDays(day, anchor.days);
}

type Base = (known: Known) => CalendarDate | null;

const BASES: Readonly<Record<Exclude<Anchor['from'], 'step'>, Base>> = {
  'invoice-date': ({ claim }) => claim.oldestInvoicedOn,
  'due-date': ({ claim }) => claim.oldestDueOn,
  'expected-payment': ({ claim }) => {
    const term = claim.debtor.behaviour.averageTermDays;
    if (term === null || claim.oldestInvoicedOn === null) return null;
    return addDays(claim.oldestInvoicedOn, term);
  },
  'promise-date': ({ claim }) => claim.promisedOn,
  'previous-step': ({ anchors }) => anchors.previousStepOn,
  'flow-start': ({ anchors }) => anchors.startedOn,
};

function baseOf(anchor: Anchor, known: Known): CalendarDate | null {
  if (anchor.from !== 'step') return BASES[anchor.from](known);
  return known.anchors.steps[anchor.step] ?? known.anchors.previousStepOn;
}

/** Counts days that are neither weekend nor recognised holiday; 0 days is the day itself. */
function addWorkingDays(day: CalendarDate, days: number, country: Country): CalendarDate {
  const step = days < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(days); left > 0;) {
    current = addDays(current, step);
    if (weekday(current) <= 5 && country.holiday(current) === null) left -= 1;
  }
  return current;
}
