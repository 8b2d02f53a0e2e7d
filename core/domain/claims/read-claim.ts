import { type CalendarDate, invariant } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope } from '../../store/index.ts';
import { findAdministration, keyOfAdministration, todayOf } from '../administrations/index.ts';
import { createTermsReader, termsOn } from '../collection-terms/index.ts';
import { type Debtor, DebtorNotFoundError, debtors } from '../debtors/index.ts';
import { type Invoice, invoices } from '../invoices/index.ts';
import type { ClaimsDeps } from './claims.deps.ts';
import { CountryUnknownError } from './claims.errors.ts';
import type { LawOfClaim } from './law/law-of-claim.ts';
import { createEntryReader } from './law/read-entries.ts';

/** A debtor with everything by which his claim is computed, read in a few queries. */
export type ClaimOfDebtor = {
  readonly debtor: Debtor;
  readonly invoices: readonly Invoice[];
  readonly currency: string;
  readonly today: CalendarDate;
  readonly lawOn: (on: CalendarDate) => LawOfClaim;
};

export type ReadClaim = (
  scope: Scope,
  debtorId: Id,
  session?: ClientSession,
) => Promise<ClaimOfDebtor>;

/** Throws `DebtorNotFoundError`, or `CountryUnknownError` when no plugin brings the law of the books. */
export function createClaimReader({ store, clock, countries }: ClaimsDeps): ReadClaim {
  const readTerms = createTermsReader(store);
  const readEntries = createEntryReader(store);

  return async (scope, debtorId, session) => {
    const debtor = await store.table(debtors).in(scope).byId(debtorId, { session });
    if (!debtor) throw new DebtorNotFoundError(debtorId.toHexString());
    const { administrationId } = debtor;
    const administration = await findAdministration(store, scope, { id: administrationId });
    const place = keyOfAdministration(administration);
    const [its, agreed, today] = await Promise.all([
      store
        .table(invoices)
        .in(scope)
        .find({ debtorId }, { session, sort: { dueOn: 1, number: 1 } }),
      readTerms([debtor]),
      todayOf({ store, clock }, administrationId),
      countries.refresh?.(),
    ]);
    const country = countries.find(administration.country, place);
    if (!country) throw new CountryUnknownError(administration.country);
    const entriesOf = await readEntries(
      scope,
      its.map(({ _id }) => _id),
      session,
    );
    const lawOn = (on: CalendarDate) => ({ country, terms: termsOn(agreed, place, on), entriesOf });
    return { debtor, invoices: its, currency: administration.currency, today, lawOn };
  };
}

/** The invoice of a claim that was read; the caller knows that it is there. */
export function invoiceIn(claim: ClaimOfDebtor, invoiceId: Id): Invoice {
  const found = claim.invoices.find(({ _id }) => _id.equals(invoiceId));
  invariant(found, 'an invoice stands in the claim of its debtor');
  return found;
}
