import { message, type PublishedEvent, sayMessage } from '@inning/sdk';
import type { Listener } from '../../../events/index.ts';
import { systemScope, toId } from '../../../store/index.ts';
import { communications } from '../../communications/index.ts';
import { debtors } from '../../debtors/index.ts';
import { invoices } from '../../invoices/index.ts';
import { placeOf } from '../../routing/index.ts';
import type { ClaimsDeps } from '../claims.deps.ts';
import { claimTexts } from '../texts.ts';
import type { LetterRecords } from './letter-records.ts';

type Parts = Pick<ClaimsDeps, 'store' | 'tasks'> &
  Pick<LetterRecords, 'recordReturn' | 'undoReturn'>;
type Returned = PublishedEvent<'communication.returned'>['data'];
type Undone = PublishedEvent<'communication.return-undone'>['data'];

/**
 * A letter that comes back takes with it what it announced, and a person hears of it: of the costs when it
 * announced any, otherwise of an address that seems wrong. Repeating it changes nothing.
 */
export function createReturnListener({ store, tasks, recordReturn, undoReturn }: Parts): Listener {
  const scope = systemScope('letters of everybody may have announced costs');
  const isAnnouncing = (announcementId: string, { debtorId }: Returned | Undone) =>
    store
      .table(invoices)
      .in(scope)
      .count({ debtorId: toId(debtorId), 'announcement.id': announcementId } as never);

  /** Refused at the door: it never left, and the flow that wrote it knows what to do. */
  const neverLeft = ({ communicationId }: Returned) =>
    store
      .table(communications)
      .in(scope)
      .count({ _id: toId(communicationId), state: 'refused' });

  async function returned(letter: Returned): Promise<void> {
    const { communicationId, debtorId, ...news } = letter;
    if ((await neverLeft(letter)) > 0) return;
    if ((await isAnnouncing(communicationId, letter)) === 0) return tell(letter);
    await recordReturn(scope, {
      ...news,
      debtorId: toId(debtorId),
      announcementId: communicationId,
    });
  }

  async function undone(letter: Undone): Promise<void> {
    const { communicationId, debtorId, ...news } = letter;
    if ((await isAnnouncing(communicationId, letter)) > 0) {
      const announcementId = communicationId;
      return undoReturn(scope, { ...news, debtorId: toId(debtorId), announcementId });
    }
    const debtor = await store.table(debtors).in(scope).byId(toId(debtorId));
    if (!debtor) return;
    const gone = { administrationId: debtor.administrationId, keys: [keyOf(communicationId)] };
    await store.transaction((session) => tasks.withdraw(scope, session, gone));
  }

  async function tell({ communicationId, debtorId, reason, on }: Returned): Promise<void> {
    const debtor = await store.table(debtors).in(scope).byId(toId(debtorId));
    if (!debtor) return;
    const because = message('claims.plain-letter-returned', { reason });
    const task = {
      ...placeOf(debtor),
      key: keyOf(communicationId),
      kind: 'review' as const,
      title: sayMessage(claimTexts, because, 'nl'),
      because,
      dueOn: on,
      debtorId: debtor._id,
    };
    await store.transaction((session) => tasks.ensure(scope, session, [task]));
  }

  return {
    id: 'returned-letters',
    names: ['communication.returned', 'communication.return-undone'],
    async handle(events) {
      for (const { name, data } of events) {
        if (name === 'communication.returned') await returned(data as Returned);
        else await undone(data as Undone);
      }
    },
  };
}

const keyOf = (communicationId: string) => `letter-returned:${communicationId}`;
