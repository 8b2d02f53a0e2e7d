import type { ClientSession } from 'mongoose';
import type { Scope } from '../../../store/index.ts';
import { claimedByLaw } from '../../claims/index.ts';
import { invoices } from '../../invoices/index.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import type { Booking } from './booking.ts';
import {
  CLAIM_FIELDS,
  type ClaimOfInvoice,
  type OpenBook,
  openClaim,
  postingsOf,
} from './postings-of.ts';

/** What bookings do to invoices and the ledger, in the caller's transaction; throws as `postingsOf` does. */
export const createPostBookings =
  ({ store, clock, ledger, readSettlement }: PaymentsDeps) =>
  async (scope: Scope, session: ClientSession, bookings: readonly Booking[]): Promise<void> => {
    const ids = bookings.flatMap((one) => one.allocations.map((part) => part.invoiceId));
    const table = store.table(invoices).in(scope);
    const found: ClaimOfInvoice[] = await table.find(
      { _id: { $in: ids } },
      { session, fields: CLAIM_FIELDS },
    );
    const open = new Map(found.map((invoice) => [invoice._id.toHexString(), openClaim(invoice)]));
    const settlement = await readSettlement(scope, session, found);
    const book: OpenBook = { open, settlement, claimed: new Map() };
    // The oldest first: what came within a term lowers the costs that a later one finds due.
    const postings = bookings.toSorted(byDay).flatMap((one) => postingsOf(one, book));
    const at = clock.now();
    const changes = [...book.claimed].flatMap(([id, its]) => claimedByLaw([id], { ...its, at }));
    await table.bulk(changes, { session });
    await ledger.post(scope, session, postings);
  };

const byDay = (a: Booking, b: Booking) => a.receivedOn.localeCompare(b.receivedOn);
