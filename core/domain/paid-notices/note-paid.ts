import type { PublishedEvent } from '@inning/sdk';
import { newId, type Store, systemScope, toId } from '../../store/index.ts';
import type { WhoHearsOfPaid } from '../users/index.ts';
import { paidNotices } from './paid-notice.model.ts';

type Deps = {
  readonly store: Store;
  readonly whoHearsOfPaid: WhoHearsOfPaid;
};
type Paid = PublishedEvent<'invoice.paid'>;

/** Writes who is to be told of what was paid in one administration. The same event again writes nothing. */
export function createNotePaid({ store, whoHearsOfPaid }: Deps) {
  const table = store.table(paidNotices).in(systemScope('who is told follows from who sees it'));
  return async (events: readonly Paid[]): Promise<void> => {
    const [first] = events;
    if (!first) return;
    const place = {
      agencyId: toId(first.place.agencyId),
      creditorId: toId(first.place.creditorId),
      administrationId: toId(first.place.administrationId),
    };
    const people = await whoHearsOfPaid(place);
    const rows = people.flatMap(({ _id: userId }) =>
      events.map(({ id: eventId, at, data }) => ({
        filter: { userId, eventId },
        upsert: true,
        update: {
          $setOnInsert: {
            _id: newId(),
            ...place,
            invoiceId: toId(data.invoiceId),
            debtorId: toId(data.debtorId),
            paidOn: data.paidOn,
            state: 'waiting' as const,
            mailId: null,
            markedAt: null,
            attempts: 0,
            nextAttemptAt: at,
            problem: null,
          },
        },
      })),
    );
    if (rows.length > 0) await table.bulk(rows);
  };
}
