import { type CalendarDate, type Cents, cents, message, negateCents } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Id, newId, type Scope } from '../../store/index.ts';
import { todayOf } from '../administrations/index.ts';
import { InvoiceNotFoundError, invoices } from '../invoices/index.ts';
import { findPage, type Page, type PageRequest } from '../routing/index.ts';
import { applyEntries, type Caches, NOTHING_OWED } from './apply-entries.ts';
import { compareCaches } from './compare-caches.ts';
import { NothingOpenError } from './ledger.errors.ts';
import { type LedgerEntry, ledgerEntries } from './ledger-entry.model.ts';
import { entryRow, type EntryPlace, type NewEntry } from './new-entry.ts';
import { createPostEntries, type LedgerDeps, type PostedInvoice } from './post-entries.ts';

export type Opening = { readonly place: EntryPlace; readonly entries: readonly NewEntry[] };
export type LedgerService = ReturnType<typeof createLedgerService>;

/** What is owed, as a list that only grows. Everything else about amounts is a sum of it. */
export function createLedgerService(deps: LedgerDeps) {
  const { store, clock } = deps;
  const post = createPostEntries(deps);

  /** Closes the invoice without payment; the reason stays with it. Throws `NothingOpenError`. */
  async function writeOff(
    scope: Scope,
    invoiceId: Id,
    write: { readonly reason: string; readonly by: string },
  ): Promise<PostedInvoice> {
    return store.transaction(async (session) => {
      const invoice = await store.table(invoices).in(scope).byId(invoiceId, { session });
      if (!invoice) throw new InvoiceNotFoundError(invoiceId.toHexString());
      const bookedOn = await todayOf(deps, invoice.administrationId);
      const entries = writeOffEntries(invoice, { ...write, bookedOn });
      const [posted] = await post(scope, session, [
        { invoiceId, entries, closesAs: 'written-off' },
      ]);
      if (!posted) throw new NothingOpenError(invoiceId.toHexString());
      return posted;
    });
  }

  /** First entries of invoices that are being written in this transaction; returns their caches. */
  async function open(
    scope: Scope,
    session: ClientSession,
    openings: readonly Opening[],
  ): Promise<Caches[]> {
    const at = clock.now();
    const rows = openings.flatMap(({ place, entries }) =>
      entries.map((entry) => entryRow(newId(), place, { ...entry, at })),
    );
    await store.table(ledgerEntries).in(scope).insertRaw(rows, { session });
    return openings.map(({ place, entries }) =>
      applyEntries(NOTHING_OWED, entries, place.invoiceId.toHexString()),
    );
  }

  return {
    open,
    post,
    writeOff,
    /** Credits of a payment that were not taken back, by invoice. */
    creditsOf: (scope: Scope, session: ClientSession, paymentIds: readonly Id[]) =>
      store
        .table(ledgerEntries)
        .in(scope)
        .find({ paymentId: { $in: [...paymentIds] }, kind: 'credited' }, { session }),
    entriesOf: (scope: Scope, debtorId: Id, page: PageRequest = {}): Promise<Page<LedgerEntry>> =>
      findPage(store.table(ledgerEntries).in(scope), { debtorId }, { order: { at: -1 }, page }),
    compareCaches: (scope: Scope) => compareCaches(store, scope),
  };
}

type OpenParts = {
  principalOpenCents: number;
  costsOpenCents: number;
  interestOpenCents: number;
};

function writeOffEntries(
  open: OpenParts,
  write: { reason: string; by: string; bookedOn: CalendarDate },
): NewEntry[] {
  const key = newId().toHexString();
  const parts: readonly [NewEntry['part'], Cents][] = [
    ['costs', cents(open.costsOpenCents)],
    ['interest', cents(open.interestOpenCents)],
    ['principal', cents(open.principalOpenCents)],
  ];
  return parts
    .filter(([, amountCents]) => amountCents > 0)
    .map(([part, amountCents]) => ({
      key: `write-off:${key}:${part}`,
      kind: 'written-off',
      part,
      amountCents: negateCents(amountCents),
      bookedOn: write.bookedOn,
      reason: message('ledger.written-off', { reason: write.reason }),
      by: write.by,
    }));
}
