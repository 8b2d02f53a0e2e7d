import { type CalendarDate, cents, message, minCents, negateCents, sayMessage } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { AdministrationKey, Scope } from '../../../store/index.ts';
import type { Posting } from '../../ledger/index.ts';
import type { AutomaticTask } from '../../tasks/index.ts';
import { type CreditNote, creditNotes } from '../credit-note.model.ts';
import { type Invoice, invoices } from '../invoice.model.ts';
import { invoiceTexts } from '../texts.ts';
import type { ReceivingDeps } from './receiving.ts';

export type Allocating = {
  readonly place: AdministrationKey;
  /** Numbers of invoices that may be corrected by credit notes that are still unallocated. */
  readonly numbers: readonly string[];
  readonly by: string;
  readonly on: CalendarDate;
};
type Taken = { readonly note: CreditNote; readonly takenCents: number; readonly posting: Posting };

/**
 * Takes unallocated credit notes off the principal of the invoices they correct, in the caller's
 * transaction. What is left of a note stays with it, as a task for a person.
 */
export function createAllocateCreditNotes({ store, ledger, tasks }: Omit<ReceivingDeps, 'events'>) {
  return async (scope: Scope, session: ClientSession, batch: Allocating): Promise<void> => {
    const { administrationId } = batch.place;
    const notes = await store
      .table(creditNotes)
      .in(scope)
      .find(
        {
          administrationId,
          correctsNumber: { $in: [...batch.numbers] },
          unallocatedCents: { $gt: 0 },
        },
        { session, sort: { creditedOn: 1, number: 1 } },
      );
    if (notes.length === 0) return;
    const corrected = await store
      .table(invoices)
      .in(scope)
      .find(
        { administrationId, number: { $in: notes.map((note) => note.correctsNumber ?? '') } },
        { session, fields: ['number', 'debtorId', 'principalOpenCents'] },
      );

    const taken = takeOff(notes, corrected, batch.by);
    await ledger.post(
      scope,
      session,
      taken.map((one) => one.posting),
    );
    await store
      .table(creditNotes)
      .in(scope)
      .bulk(
        taken.map(({ note, takenCents }) => ({
          filter: { _id: note._id },
          update: { $inc: { unallocatedCents: -takenCents } },
        })),
        { session },
      );
    const spent = taken.filter((one) => one.takenCents === one.note.unallocatedCents);
    const keys = spent.map((one) => taskKey(one.note));
    await tasks.withdraw(scope, session, { administrationId, keys });
  };
}

function takeOff(
  notes: readonly CreditNote[],
  corrected: readonly Pick<Invoice, '_id' | 'number' | 'debtorId' | 'principalOpenCents'>[],
  by: string,
): Taken[] {
  const byNumber = new Map(corrected.map((invoice) => [invoice.number, invoice]));
  const leftOf = new Map(corrected.map((one) => [one.number, cents(one.principalOpenCents)]));
  return notes.flatMap((note) => {
    const invoice = byNumber.get(note.correctsNumber ?? '');
    // A credit note for somebody else than the invoice is a mistake that a person must look at.
    if (!invoice || !invoice.debtorId.equals(note.debtorId)) return [];
    const leftCents = leftOf.get(invoice.number) ?? cents(0);
    const takenCents = minCents(cents(note.unallocatedCents), leftCents);
    if (takenCents === 0) return [];
    leftOf.set(invoice.number, cents(leftCents - takenCents));
    const posting: Posting = {
      invoiceId: invoice._id,
      closesAs: 'credited',
      entries: [
        {
          // What was left is part of the key: the rest may go to the same invoice later.
          key: `credit-note:${note.number}:${invoice._id.toHexString()}:${note.unallocatedCents}`,
          kind: 'credited',
          part: 'principal',
          amountCents: negateCents(takenCents),
          bookedOn: note.creditedOn,
          reason: message('ledger.credit-note', { number: note.number }),
          by,
        },
      ],
    };
    return [{ note, takenCents, posting }];
  });
}

const taskKey = (note: { readonly number: string }) => `credit-note:${note.number}`;

/** The task for what is left of a credit note. */
export function unallocatedTask(note: CreditNote, dueOn: CalendarDate): AutomaticTask {
  const because = message('invoices.credit-left', {
    number: note.number,
    leftCents: note.unallocatedCents,
    correctsNumber: note.correctsNumber ?? null,
  });
  return {
    agencyId: note.agencyId,
    creditorId: note.creditorId,
    administrationId: note.administrationId,
    key: taskKey(note),
    kind: 'review',
    title: sayMessage(invoiceTexts, because, 'nl'),
    because,
    dueOn,
    debtorId: note.debtorId,
  };
}
