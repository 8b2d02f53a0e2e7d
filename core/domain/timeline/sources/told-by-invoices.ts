import { message } from '@inning/sdk';
import { creditNotes, invoices } from '../../invoices/index.ts';
import { entry, MOST_ENTRIES, type OwnSource } from '../timeline-entry.ts';

/** What happened to each invoice: received, announced, paid, disputed. */
export const toldByInvoices: OwnSource = (store) => ({
  async entries(scope, debtorId) {
    const rows = await store
      .table(invoices)
      .in(scope)
      .find({ debtorId }, { sort: { invoicedOn: -1 }, limit: MOST_ENTRIES });
    const notes = await store.table(creditNotes).in(scope).find({ debtorId });
    return [
      ...rows.flatMap((invoice) =>
        invoice.history.map((line, index) => {
          const { number, totalCents, dueOn } = invoice;
          const facts = { number, totalCents, dueOn, reason: line.reason ?? null };
          return entry(`${invoice._id.toHexString()}:${index}`, 'invoice', {
            at: line.at,
            said: message(`invoices.${line.status}`, facts),
            by: line.by,
          });
        }),
      ),
      ...notes.map((note) =>
        entry(note._id.toHexString(), 'invoice', {
          at: note.receivedAt,
          said: message('timeline.credit-note', {
            number: note.number,
            totalCents: note.totalCents,
          }),
          by: note.by,
        }),
      ),
    ];
  },
});
