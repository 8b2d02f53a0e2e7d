import { type CalendarDate, type ClaimInvoice, cents, message } from '@inning/sdk';
import { newId, toId } from '../../../store/index.ts';
import type { Invoice } from '../../invoices/index.ts';
import type { Posting } from '../../ledger/index.ts';
import type { CostBooking } from './cost-bookings.ts';

type Booked = { readonly on: CalendarDate; readonly by: string };

/** Claimed costs as the ledger takes them; what comes to nothing has no entry. */
export function costEntries(bookings: readonly CostBooking[], { on, by }: Booked): Posting[] {
  return bookings
    .filter(({ costsCents }) => costsCents > 0)
    .map(({ invoiceId, costsCents, facts }) => ({
      invoiceId: toId(invoiceId),
      closesAs: 'paid',
      entries: [
        {
          key: `costs:${invoiceId}:${newId().toHexString()}`,
          kind: 'owed',
          part: 'costs',
          amountCents: cents(costsCents),
          bookedOn: on,
          reason: message('ledger.costs', facts),
          by,
        },
      ],
    }));
}

/** Interest that is demanded: everything that is open of it on that day, booked or not. */
export type InterestBooking = { readonly invoiceId: string; readonly interestCents: number };

/** The interest of these invoices that is not booked yet; what is demanded is booked, and nothing else is. */
export function interestBookings(
  claimed: readonly ClaimInvoice[],
  rows: readonly Pick<Invoice, '_id' | 'interestOpenCents'>[],
): InterestBooking[] {
  const booked = new Map(rows.map((row) => [String(row._id), row.interestOpenCents]));
  return claimed
    .filter((one) => one.interestCents > (booked.get(one.id) ?? 0))
    .map(({ id, interestCents }) => ({ invoiceId: id, interestCents }));
}

/** What is missing of that in the ledger. */
export function interestEntries(
  bookings: readonly InterestBooking[],
  rows: readonly Pick<Invoice, '_id' | 'number' | 'interestOpenCents'>[],
  { on, by }: Booked,
): Posting[] {
  const byId = new Map(rows.map((row) => [String(row._id), row]));
  return bookings.flatMap(({ invoiceId, interestCents }): Posting[] => {
    const row = byId.get(invoiceId);
    const moreCents = interestCents - (row?.interestOpenCents ?? interestCents);
    if (!row || moreCents <= 0) return [];
    const key = `interest:${invoiceId}:${newId().toHexString()}`;
    const reason = message('ledger.interest', { number: row.number, untilOn: on });
    const entry = { key, kind: 'owed', part: 'interest', bookedOn: on, reason, by } as const;
    return [
      {
        invoiceId: row._id,
        closesAs: 'paid',
        entries: [{ ...entry, amountCents: cents(moreCents) }],
      },
    ];
  });
}
