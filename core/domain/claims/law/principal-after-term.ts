import type { CalendarDate } from '@inning/sdk';
import type { Invoice } from '../../invoices/index.ts';
import type { LawOfClaim } from './law-of-claim.ts';

/**
 * The principal over which announced costs are computed: what is open now, with what was paid only after
 * the last day to pay without costs. While that day has not come, that is what is open.
 */
export function principalAfterTerm(
  invoice: Pick<Invoice, '_id' | 'principalOpenCents'>,
  law: LawOfClaim,
  lastDayOn: CalendarDate | null,
): number {
  if (lastDayOn === null) return invoice.principalOpenCents;
  const late = law.entriesOf(String(invoice._id)).filter(({ part, kind, bookedOn, reversesId }) => {
    const isPaid = part === 'principal' && (kind === 'credited' || reversesId);
    return isPaid && bookedOn > lastDayOn;
  });
  return late.reduce((open, { amountCents }) => open - amountCents, invoice.principalOpenCents);
}
