import { type CalendarDate, type Clock, invariant } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { EventPublisher } from '../../../events/index.ts';
import {
  type AdministrationKey,
  type Id,
  newId,
  type Scope,
  type Store,
} from '../../../store/index.ts';
import type { LedgerService } from '../../ledger/index.ts';
import type { AutomaticTasks } from '../../tasks/index.ts';
import { invoices } from '../invoice.model.ts';
import { createAllocateCreditNotes } from './allocate-credit-notes.ts';
import { invoiceRow, type NewInvoice, openingEntries } from './new-invoice.ts';

export type ReceivingDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly ledger: LedgerService;
  readonly tasks: AutomaticTasks;
};
export type ReceivedBatch<News> = {
  readonly place: AdministrationKey;
  readonly news: readonly News[];
  readonly by: string;
  /** Today in the administration. */
  readonly on: CalendarDate;
};

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
