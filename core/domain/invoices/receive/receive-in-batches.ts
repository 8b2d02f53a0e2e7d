import type { AdministrationKey, Id, Scope } from '../../../store/index.ts';
import { todayOf } from '../../administrations/index.ts';
import { repeatOnDuplicate } from '../../writing/index.ts';
import type { NewInvoice } from './new-invoice.ts';
import type { createReceiveCreditNotes, NewCreditNote } from './receive-credit-notes.ts';
import type { createReceiveInvoices } from './receive-invoices.ts';
import type { ReceivingDeps } from './receiving.ts';

/** How many invoices are written in one transaction. */
const BATCH = 500;
type Writers = {
  readonly receiveInvoices: ReturnType<typeof createReceiveInvoices>;
  readonly receiveCreditNotes: ReturnType<typeof createReceiveCreditNotes>;
};

/** Receiving in transactions of our own; imports use the writers in theirs. */
export function createReceiving(deps: ReceivingDeps, writers: Writers) {
  const { store } = deps;
  return {
    /** A number that is there already is passed over; returns the ids of the new ones by number. */
    async receive(
      scope: Scope,
      place: AdministrationKey,
      { news, by }: { readonly news: readonly NewInvoice[]; readonly by: string },
    ): Promise<Map<string, Id>> {
      const on = await todayOf(deps, place.administrationId);
      const ids = new Map<string, Id>();
      for (let from = 0; from < news.length; from += BATCH) {
        const batch = { place, news: news.slice(from, from + BATCH), by, on };
        const made = await repeatOnDuplicate(() =>
          store.transaction((session) => writers.receiveInvoices(scope, session, batch)),
        );
        for (const [number, id] of made) ids.set(number, id);
      }
      return ids;
    },

    async receiveCreditNote(
      scope: Scope,
      place: AdministrationKey,
      { news, by }: { readonly news: NewCreditNote; readonly by: string },
    ): Promise<void> {
      const on = await todayOf(deps, place.administrationId);
      const batch = { place, news: [news], by, on };
      await repeatOnDuplicate(() =>
        store.transaction((session) => writers.receiveCreditNotes(scope, session, batch)),
      );
    },
  };
}
