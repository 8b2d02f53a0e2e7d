import type { CalendarDate, Cents } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Id, newId, type Scope } from '../../../store/index.ts';
import { type CreditNote, creditNotes } from '../credit-note.model.ts';
import type { InvoiceDocument } from '../invoice-document.ts';
import { createAllocateCreditNotes, unallocatedTask } from './allocate-credit-notes.ts';
import type { ReceivedBatch, ReceivingDeps } from './receiving.ts';

export type NewCreditNote = {
  readonly debtorId: Id;
  readonly number: string;
  readonly currency: string;
  readonly totalCents: Cents;
  readonly creditedOn: CalendarDate;
  readonly correctsNumber: string | null;
  readonly description?: string | null;
  readonly documents?: readonly InvoiceDocument[];
};

/**
 * Writes credit notes and takes them off the invoices they correct, in the caller's transaction. A
 * known number is passed over. Whatever finds no invoice waits for it, and is a task meanwhile.
 */
export function createReceiveCreditNotes(deps: ReceivingDeps) {
  const { store, clock, tasks } = deps;
  const allocateCreditNotes = createAllocateCreditNotes(deps);

  return async (
    scope: Scope,
    session: ClientSession,
    { place, news, by, on }: ReceivedBatch<NewCreditNote>,
  ): Promise<Map<string, Id>> => {
    if (news.length === 0) return new Map();
    const table = store.table(creditNotes).in(scope);
    const { administrationId } = place;
    const mine = { administrationId, number: { $in: news.map((one) => one.number) } };
    const known = await table.find(mine, { session, fields: ['number'] });
    const taken = new Set(known.map((note) => note.number));
    const fresh = news.filter(({ number }) => !taken.has(number) && taken.add(number));
    const rows = fresh.map((one) => creditNoteRow(one, { ...place, by, at: clock.now() }));
    await table.insertRaw(rows, { session });

    const numbers = fresh.flatMap((one) => (one.correctsNumber ? [one.correctsNumber] : []));
    await allocateCreditNotes(scope, session, { place, numbers, by, on });
    const left = await table.find(
      { _id: { $in: rows.map((row) => row._id) }, unallocatedCents: { $gt: 0 } },
      { session },
    );
    const toDo = left.map((note) => unallocatedTask(note, on));
    await tasks.ensure(scope, session, toDo);
    return new Map(rows.map((row) => [row.number, row._id]));
  };
}

function creditNoteRow(
  news: NewCreditNote,
  made: Pick<CreditNote, 'agencyId' | 'creditorId' | 'administrationId' | 'by'> & { at: Date },
): CreditNote {
  return {
    _id: newId(),
    agencyId: made.agencyId,
    creditorId: made.creditorId,
    administrationId: made.administrationId,
    debtorId: news.debtorId,
    number: news.number,
    currency: news.currency,
    totalCents: news.totalCents,
    unallocatedCents: news.totalCents,
    creditedOn: news.creditedOn,
    correctsNumber: news.correctsNumber,
    description: news.description ?? null,
    documents: [...(news.documents ?? [])],
    receivedAt: made.at,
    by: made.by,
  } as unknown as CreditNote;
}
