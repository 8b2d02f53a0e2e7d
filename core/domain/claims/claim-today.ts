import type { ClaimInvoice } from '@inning/sdk';
import type { Id, Scope } from '../../store/index.ts';
import { findAdministration, keyOfAdministration, todayOf } from '../administrations/index.ts';
import { createTermsReader, termsOn } from '../collection-terms/index.ts';
import { DebtorNotFoundError, debtors } from '../debtors/index.ts';
import { invoices } from '../invoices/index.ts';
import { claimInvoice } from './claim-invoice.ts';
import type { ClaimsDeps } from './claims.deps.ts';
import { bearsCostsOrInterest } from './law/law-of-claim.ts';
import { createEntryReader } from './law/read-entries.ts';
import { withLaw } from './law/with-law.ts';

/**
 * The open invoices of a debtor with what is owed of each today, booked or not, the longest due first: the
 * claim that flows, letters and the file know. Where no plugin knows the country, what is booked is owed.
 */
export function createClaimToday({ store, clock, countries }: ClaimsDeps) {
  const readTerms = createTermsReader(store);
  const readEntries = createEntryReader(store);

  return async (scope: Scope, debtorId: Id): Promise<readonly ClaimInvoice[]> => {
    const debtor = await store.table(debtors).in(scope).byId(debtorId);
    if (!debtor) throw new DebtorNotFoundError(debtorId.toHexString());
    const { administrationId } = debtor;
    const [administration, open, agreed, today] = await Promise.all([
      findAdministration(store, scope, { id: administrationId }),
      store
        .table(invoices)
        .in(scope)
        .find({ debtorId, openCents: { $gt: 0 } }, { sort: { dueOn: 1, number: 1 } }),
      readTerms([debtor]),
      todayOf({ store, clock }, administrationId),
      countries.refresh?.(),
    ]);
    const booked = open.map((invoice) => claimInvoice(invoice, today));
    const place = keyOfAdministration(administration);
    const country = countries.find(administration.country, place);
    if (!country) return booked;
    const terms = termsOn(agreed, place, today);
    const bearing = open.filter((invoice) => bearsCostsOrInterest(invoice, terms));
    const ids = bearing.map(({ _id }) => _id);
    const law = { country, terms, entriesOf: await readEntries(scope, ids) };
    return withLaw(booked, { debtor, invoices: open, law }, today);
  };
}
