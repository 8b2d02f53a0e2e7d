import { message, type Message } from '@inning/sdk';
import { type LedgerEntry, ledgerEntries } from '../../ledger/index.ts';
import { type Payment, payments } from '../../payments/index.ts';
import { entry, MOST_ENTRIES, type OwnSource, type TimelineEntry } from '../timeline-entry.ts';

/** Money: payments as a whole, and every other entry of the ledger but the invoices themselves. */
export const toldByLedger: OwnSource = (store) => ({
  async entries(scope, debtorId) {
    const entries = await store
      .table(ledgerEntries)
      .in(scope)
      .find({ debtorId, paymentId: null }, { sort: { at: -1 }, limit: MOST_ENTRIES });
    const paid = await store
      .table(payments)
      .in(scope)
      .find({ debtorId }, { sort: { receivedOn: -1 }, limit: MOST_ENTRIES });
    return [
      ...entries.filter((one) => !isInvoice(one)).map(toldEntry),
      ...paid.flatMap(toldPayment),
    ];
  },
});

/** The history of the invoice tells of its arrival. */
const isInvoice = (row: LedgerEntry) => row.key.startsWith('invoice:');

function toldEntry(row: LedgerEntry): TimelineEntry {
  const reason = row.reason as Message;
  const facts = { ...reason.params, amountCents: Math.abs(row.amountCents) };
  return entry(row._id.toHexString(), 'ledger', {
    at: row.at,
    said: message(`timeline.${reason.code}`, facts),
    by: row.by,
  });
}

function toldPayment(row: Payment): TimelineEntry[] {
  const id = row._id.toHexString();
  const facts = { amountCents: row.amountCents, receivedOn: row.receivedOn };
  const received = message('payments.received', facts);
  const told = [entry(id, 'ledger', { at: row.at, said: received, by: row.by })];
  if (row.reversedAt) {
    const said = message('payments.reversed', { ...facts, reason: row.reversalReason ?? null });
    told.push(entry(`${id}:reversed`, 'ledger', { at: row.reversedAt, said }));
  }
  return told;
}
