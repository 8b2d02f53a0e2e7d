import { addDays, type CalendarDate, type Country, type NodeContext, weekday } from '@inning/sdk';
import type { Anchor } from './anchor.ts';

type Known = Pick<NodeContext<unknown>, 'claim' | 'anchors' | 'country'>;

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

function baseOf(anchor: Anchor, { claim, anchors }: Known): CalendarDate | null {
  switch (anchor.from) {
    case 'invoice-date':
      return claim.oldestInvoicedOn;
    case 'due-date':
      return claim.oldestDueOn;
    case 'expected-payment': {
      const term = claim.debtor.behaviour.averageTermDays;
      if (term === null || claim.oldestInvoicedOn === null) return null;
      return addDays(claim.oldestInvoicedOn, term);
    }
    case 'promise-date':
      return claim.promisedOn;
    case 'previous-step':
      return anchors.previousStepOn;
    case 'flow-start':
      return anchors.startedOn;
    case 'step':
      return anchors.steps[anchor.step] ?? anchors.previousStepOn;
  }
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
