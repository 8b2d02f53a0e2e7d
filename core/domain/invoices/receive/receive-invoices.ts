import { invariant } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Id, newId, type Scope } from '../../../store/index.ts';
import { invoices } from '../invoice.model.ts';
import { createAllocateCreditNotes } from './allocate-credit-notes.ts';
import { invoiceRow, type NewInvoice, openingEntries } from './new-invoice.ts';
import type { ReceivedBatch, ReceivingDeps } from './receiving.ts';

/**
 * Writes invoices with what they owe, in the caller's transaction. A number that the administration
 * has already is passed over, so that receiving again changes nothing. Returns the new ids by number.
 */
export function createReceiveInvoices(deps: ReceivingDeps) {
  const { store, clock, events, ledger } = deps;
  const allocateCreditNotes = createAllocateCreditNotes(deps);

  return async (
    scope: Scope,
    session: ClientSession,
    { place, news, by, on }: ReceivedBatch<NewInvoice>,
  ): Promise<Map<string, Id>> => {
    const table = store.table(invoices).in(scope);
    const { administrationId } = place;
    const numbers = news.map((one) => one.number);
    const known = await table.find(
      { administrationId, number: { $in: numbers } },
      { session, fields: ['number'] },
    );
    const taken = new Set(known.map((invoice) => invoice.number));
    const fresh = news
      .filter(({ number }) => !taken.has(number) && taken.add(number))
      .map((one) => ({ one, _id: newId() }));
    if (fresh.length === 0) return new Map();

    const made = { by, on, at: clock.now() };
    const caches = await ledger.open(
      scope,
      session,
      fresh.map(({ one, _id }) => ({
        place: { ...place, invoiceId: _id, debtorId: one.debtorId },
        entries: openingEntries(one, made),
      })),
    );
    const rows = fresh.map(({ one, _id }, index) => {
      const cached = caches[index];
      invariant(cached, 'the ledger opens every invoice it is given');
      return invoiceRow({ ...place, _id }, one, { ...made, caches: cached });
    });
    await table.insertRaw(rows, { session });
    await events.publish(
      session,
      ...fresh.map(({ one, _id }) => ({
        name: 'invoice.received' as const,
        place,
        data: { invoiceId: _id.toHexString(), debtorId: one.debtorId.toHexString() },
      })),
    );
    const freshNumbers = fresh.map(({ one }) => one.number);
    await allocateCreditNotes(scope, session, { place, numbers: freshNumbers, by, on });
    return new Map(fresh.map(({ one, _id }) => [one.number, _id]));
  };
}
