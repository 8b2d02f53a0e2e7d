import { message, type Message } from '@inning/sdk';
import type { Walk } from '../walking/index.ts';

/** Whether the reason for this instance is gone, wherever it stands. */
export function goalReached(walk: Walk): { readonly as: string; readonly because: Message } | null {
  const { flow, facts } = walk.situation;
  const { goals } = flow.document;
  const { claim } = walk;
  if (claim.openCents === 0 && facts.hasHandedOver && goals.includes('handed-over')) {
    return { as: 'handed-over', because: message('flow.ended.handed-over') };
  }
  if (!goals.includes('paid')) return null;
  if (claim.openCents === 0) return { as: 'paid', because: message('flow.ended.paid') };
  if (claim.overdueCents === 0) {
    if (claim.hasDispute) return null;
    return { as: 'paid', because: message('flow.ended.nothing-overdue') };
  }
  return remindedArePaid(walk)
    ? { as: 'paid', because: message('flow.ended.reminded-paid') }
    : null;
}

/**
 * Everything the last letter asked for is paid; what is overdue now came due afterwards and starts
 * from the beginning, with its own dates, rather than with a second reminder as its first letter.
 */
function remindedArePaid(walk: Walk): boolean {
  const lastLetterOn = walk.get('lastLetterOn');
  if (!lastLetterOn) return false;
  const overdue = walk.claim.invoices.filter((one) => one.daysOverdue > 0);
  return overdue.every((one) => one.dueOn >= lastLetterOn);
}
