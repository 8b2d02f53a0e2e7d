import type { CalendarDate } from '@inning/sdk';
import { type Store, toId } from '../../../store/index.ts';
import type { ReadSettlement } from '../../claims/index.ts';
import { createTermsReader } from '../../collection-terms/index.ts';
import { invoices } from '../../invoices/index.ts';
import { besidePrincipal } from '../booking/owed-on.ts';
import { CLAIM_FIELDS, type ClaimOfInvoice } from '../booking/postings-of.ts';
import type { BookOfAdministration, BookPlace } from './book-of-administration.ts';

export type LawOfBook = { readonly store: Store; readonly readSettlement: ReadSettlement };
type Asked = BookPlace & {
  readonly on: CalendarDate;
  /** Invoices whose costs were announced or claimed. */
  readonly announcedIds: readonly string[];
  /** The invoices to look at; all of the book when it is left out. */
  readonly only?: readonly string[];
};

const AT_ONCE = 5_000;

/**
 * Raises what is open in the book to what a payment of that day may be booked on: with costs that the law made
 * due and interest that grew since, booked or not. Invoices that bear neither are not read again.
 */
export async function addLaw(
  { store, readSettlement }: LawOfBook,
  book: BookOfAdministration,
  { scope, administration, on, announcedIds, only }: Asked,
): Promise<void> {
  const agreed = await createTermsReader(store)([administration]);
  const asksFromDue = agreed.some(({ interest }) => interest === 'from-due');
  const ids = asksFromDue ? (only ?? [...book.invoices.keys()]) : announcedIds;
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE).map(toId);
    const found: ClaimOfInvoice[] = await store
      .table(invoices)
      .in(scope)
      .find({ _id: { $in: some } }, { fields: CLAIM_FIELDS });
    const settlement = await readSettlement(scope, undefined, found);
    for (const invoice of found) {
      const id = invoice._id.toHexString();
      const known = book.invoices.get(id);
      const owed = besidePrincipal(settlement, invoice, on);
      if (known) book.invoices.set(id, { ...known, ...owed });
    }
  }
}
