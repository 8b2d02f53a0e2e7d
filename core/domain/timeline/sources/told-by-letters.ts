import { message } from '@inning/sdk';
import { communications } from '../../communications/index.ts';
import { entry, MOST_ENTRIES, type OwnSource } from '../timeline-entry.ts';

/** What was sent, or could not be. A letter that is still on its way is not told yet. */
export const toldByLetters: OwnSource = (store) => ({
  async entries(scope, debtorId) {
    const rows = await store
      .table(communications)
      .in(scope)
      .find(
        { debtorId, state: { $in: ['sent', 'refused', 'withdrawn', 'ambiguous'] } },
        { sort: { reservedAt: -1 }, limit: MOST_ENTRIES },
      );
    return rows.map((row) => {
      const id = row._id.toHexString();
      const code = row.divertedTo ? 'timeline.letter-sent-test' : `timeline.letter-${row.state}`;
      const facts = { subject: row.subject, to: row.to, openCents: row.openCents };
      const said = message(row.state === 'sent' ? code : `timeline.letter-${row.state}`, facts);
      return entry(id, 'communication', {
        at: row.sentAt ?? row.reservedAt,
        said,
        communicationId: id,
      });
    });
  },
});
