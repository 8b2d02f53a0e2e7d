import type { CalendarDate } from '@inning/sdk';
import type { Id, Scope } from '../../store/index.ts';
import { todayOf } from '../administrations/index.ts';
import { placeOf } from '../routing/index.ts';
import { type Communication, communications } from './communication.model.ts';
import type { CommunicationsDeps } from './communications.deps.ts';
import {
  CommunicationNotFoundError,
  LetterNotSentError,
  ReturnDayInvalidError,
} from './communications.errors.ts';

/** Why a letter did not reach its debtor: the post brought it back, a mail bounced. */
export type LetterReturn = {
  /** The day it came back; today when it is left out. */
  readonly on?: CalendarDate;
  readonly reason: string;
  readonly by: string;
};
export type ReturnUndone = Pick<LetterReturn, 'reason' | 'by'>;

/** Letters that came back; who announced something with one hears of it. */
export function createReturnedLetters(deps: CommunicationsDeps) {
  const { store, events } = deps;
  const table = (scope: Scope) => store.table(communications).in(scope);

  async function find(scope: Scope, id: Id): Promise<Communication> {
    const found = await table(scope).byId(id);
    if (!found) throw new CommunicationNotFoundError(id.toHexString());
    return found;
  }

  async function change(scope: Scope, row: Communication, changed: Changed): Promise<void> {
    const { from, set, name, data } = changed;
    const ids = { communicationId: String(row._id), debtorId: String(row.debtorId) };
    await store.transaction(async (session) => {
      // Of two people who say so at once, one is heard.
      const isChanged = await table(scope).change(
        { _id: row._id, returnedOn: from } as never,
        { $set: set } as never,
        { session },
      );
      if (!isChanged) return;
      const event = { name, place: placeOf(row), data: { ...data, ...ids } };
      await events.publish(session, event as never);
    });
  }

  return {
    /**
     * A letter that left came back or bounced. Saying it again changes nothing. Throws
     * `CommunicationNotFoundError`, `LetterNotSentError` and `ReturnDayInvalidError`.
     */
    async recordReturn(scope: Scope, id: Id, { on, reason, by }: LetterReturn) {
      const row = await find(scope, id);
      if (row.state !== 'sent' || !row.sentOn) throw new LetterNotSentError(String(id), row.state);
      const today = await todayOf(deps, row.administrationId);
      const returnedOn = on ?? today;
      if (returnedOn < row.sentOn || returnedOn > today) {
        throw new ReturnDayInvalidError(returnedOn, row.sentOn);
      }
      const set = { returnedOn, returnedReason: reason, returnedBy: by };
      const data = { on: returnedOn, reason, by };
      await change(scope, row, { from: null, set, name: 'communication.returned', data });
      return find(scope, id);
    },

    /** It did arrive after all. Where nothing came back, nothing changes. */
    async undoReturn(scope: Scope, id: Id, { reason, by }: ReturnUndone) {
      const row = await find(scope, id);
      if (!row.returnedOn) return row;
      const set = { returnedOn: null, returnedReason: null, returnedBy: null };
      const data = { reason, by };
      const name = 'communication.return-undone';
      await change(scope, row, { from: row.returnedOn, set, name, data });
      return find(scope, id);
    },
  };
}

type Changed = {
  readonly from: CalendarDate | null;
  readonly set: object;
  readonly name: 'communication.returned' | 'communication.return-undone';
  readonly data: object;
};
