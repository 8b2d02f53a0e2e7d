import type { Filter, Id, Scope } from '../../store/index.ts';
import { dayAt } from '../../time/index.ts';
import { administrationIdsIn, findAdministration } from '../administrations/index.ts';
import { findPage, type PageRequest, placeOf } from '../routing/index.ts';
import { type Communication, communications } from './communication.model.ts';
import type { CommunicationsDeps } from './communications.deps.ts';
import {
  CommunicationNotAmbiguousError,
  CommunicationNotFoundError,
  LetterNotKeptError,
} from './communications.errors.ts';
import { createSentDocuments, type LetterText } from './keep-sent.ts';
import { createReturnedLetters } from './returned-letters.ts';

export type Resolution = { readonly as: 'sent' | 'send-again'; readonly by: string };
export type CommunicationQuery = {
  readonly administrationId?: Id;
  readonly debtorId?: Id;
  readonly state?: Communication['state'];
  readonly page?: PageRequest;
};
export type CommunicationService = ReturnType<typeof createCommunicationService>;

/** What was sent to debtors, as it left. */
export function createCommunicationService(deps: CommunicationsDeps) {
  const { store, clock, events, tasks } = deps;
  const table = (scope: Scope) => store.table(communications).in(scope);
  const kept = createSentDocuments(store);

  async function get(scope: Scope, id: Id): Promise<Communication> {
    const found = await table(scope).byId(id);
    if (!found) throw new CommunicationNotFoundError(id.toHexString());
    return found;
  }

  /** What a person found out: it did leave, or it did not and goes again. */
  async function resolve(scope: Scope, id: Id, resolution: Resolution): Promise<Communication> {
    const before = await get(scope, id);
    const { timeZone } = await findAdministration(store, scope, { id: before.administrationId });
    const sentAt = before.reservedAt;
    const set =
      resolution.as === 'sent'
        ? { state: 'sent' as const, sentAt, sentOn: dayAt(sentAt, timeZone) }
        : { state: 'reserved' as const, nextAttemptAt: clock.now() };
    const resolved = await store.transaction(async (session) => {
      const ambiguous: Filter<Communication> = { _id: id, state: 'ambiguous' };
      const changed = await table(scope).change(ambiguous, { $set: set }, { session });
      if (!changed) throw new CommunicationNotAmbiguousError(id.toHexString(), before.state);
      const { administrationId, debtorId } = changed;
      const keys = [`ambiguous:${changed.key}`];
      await tasks.withdraw(scope, session, { administrationId, keys });
      if (resolution.as === 'sent') {
        const letter = { communicationId: id.toHexString(), debtorId: debtorId.toHexString() };
        const data = { letters: [letter] };
        await events.publish(session, {
          name: 'communication.sent',
          place: placeOf(changed),
          data,
        });
      }
      return changed;
    });
    await deps.onResolved?.(scope, resolved, resolution.by);
    return resolved;
  }

  return {
    get,
    resolve,
    ...createReturnedLetters(deps),
    async list(scope: Scope, query: CommunicationQuery = {}) {
      const ids = await administrationIdsIn(store, scope, query.administrationId);
      const filter: Filter<Communication> = {
        ...(query.debtorId ? { debtorId: query.debtorId } : { administrationId: { $in: ids } }),
        ...(query.state ? { state: query.state } : {}),
      };
      return findPage(table(scope), filter, { order: { reservedAt: -1 }, page: query.page ?? {} });
    },
    /** The letter exactly as it left. Throws `LetterNotKeptError` when there is no text. */
    async letter(scope: Scope, id: Id): Promise<LetterText> {
      await get(scope, id);
      const letter = await kept.read(scope, id);
      if (!letter) throw new LetterNotKeptError(id.toHexString());
      return letter;
    },
  };
}
