import type { CalendarDate } from '@inning/sdk';
import type { Invoice } from '../../invoices/index.ts';
import type { LawOfClaim } from './law-of-claim.ts';

/**
 * The principal over which announced costs are computed: what is open now, with what was paid only after
 * the last day to pay without costs. While that day has not come, that is what is open. A payment that was
 * taken back was never one, whenever it came.
 */
export function principalAfterTerm(
  invoice: Pick<Invoice, '_id' | 'principalOpenCents'>,
  law: LawOfClaim,
  lastDayOn: CalendarDate | null,
): number {
  if (lastDayOn === null) return invoice.principalOpenCents;
  const entries = law.entriesOf(String(invoice._id)).filter(({ part }) => part === 'principal');
  const undone = new Set(
    entries.flatMap(({ reversesId }) => (reversesId ? [String(reversesId)] : [])),
  );
  const late = entries.filter(
    ({ _id, kind, bookedOn }) =>
      kind === 'credited' && bookedOn > lastDayOn && !undone.has(String(_id)),
  );
  return late.reduce((open, { amountCents }) => open - amountCents, invoice.principalOpenCents);
}
