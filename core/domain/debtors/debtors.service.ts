import { type CalendarDate, invariant, type Message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { EventPublisher, NewEvent } from '../../events/index.ts';
import { type AdministrationKey, type Id, isDuplicateKey, type Scope } from '../../store/index.ts';
import {
  assertMayPause,
  assertMayResume,
  findAdministration,
  pauseFields,
  RESUMED_FIELDS,
  type ResumeChoice,
  todayOf,
  todaysOf,
} from '../administrations/index.ts';
import { placeOf } from '../routing/index.ts';
import { createRefreshBehaviour, type PaidTerms } from './behaviour/refresh-behaviour.ts';
import { createContacts } from './contacts.ts';
import { type Debtor, debtors } from './debtor.model.ts';
import { type DebtorChange, debtorRow, debtorUpdate, type NewDebtor } from './debtor-row.ts';
import { DebtorNotFoundError, DebtorNumberTakenError } from './debtors.errors.ts';
import {
  type DebtorQuery,
  describeDebtors,
  type ListedDebtor,
  listDebtors,
  type ListingDeps,
} from './list-debtors.ts';

export type DebtorsDeps = ListingDeps & {
  readonly events: EventPublisher;
  readonly paidTerms: PaidTerms;
};
export type DebtorPause = {
  readonly until: CalendarDate | null;
  readonly reason: string;
};
/** Which flow a debtor is in and why; the engine knows. */
export type DebtorFlow = {
  readonly flowId: string | null;
  readonly name: string;
  readonly because: Message;
};
export type DebtorService = ReturnType<typeof createDebtorService>;

/** Who owes: consumers and businesses, within one administration. */
export function createDebtorService(deps: DebtorsDeps) {
  const { store, clock, events } = deps;
  const table = (scope: Scope) => store.table(debtors).in(scope);

  async function get(scope: Scope, id: Id, session?: ClientSession): Promise<Debtor> {
    const found = await table(scope).byId(id, { session });
    if (!found) throw new DebtorNotFoundError(id.toHexString());
    return found;
  }

  /** Throws `DebtorNumberTakenError` when the administration has that number already. */
  async function create(scope: Scope, place: AdministrationKey, news: NewDebtor): Promise<Debtor> {
    const row = debtorRow(place, news, clock.now());
    try {
      return await table(scope).insert(row);
    } catch (error) {
      if (isDuplicateKey(error)) throw new DebtorNumberTakenError(news.number);
      throw error;
    }
  }

  /** Reads, changes and announces in one transaction. */
  const change = (
    scope: Scope,
    id: Id,
    work: (debtor: Debtor) => Promise<DebtorStep>,
  ): Promise<Debtor> =>
    store.transaction(async (session) => {
      const debtor = await get(scope, id, session);
      const { set, name, more } = await work(debtor);
      const changed = await table(scope).change({ _id: id }, { $set: set } as never, { session });
      invariant(changed, 'a debtor that was found can be changed');
      await events.publish(session, debtorEvent(name, changed, more));
      return changed;
    });

  return {
    get,
    create,
    contacts: createContacts(deps),
    refreshBehaviour: createRefreshBehaviour(deps),
    list: (scope: Scope, query: DebtorQuery = {}) => listDebtors(deps, scope, query),
    /** The debtor with what is owed today. */
    async describe(scope: Scope, id: Id): Promise<ListedDebtor> {
      const debtor = await get(scope, id);
      const days = await todaysOf(deps, [debtor.administrationId]);
      const [described] = await describeDebtors(deps, scope, { rows: [debtor], days });
      invariant(described, 'one debtor in, one out');
      return described;
    },
    async createIn(scope: Scope, administrationId: Id, news: NewDebtor): Promise<Debtor> {
      const home = await findAdministration(store, scope, { id: administrationId });
      return create(scope, { ...placeOf({ ...home, administrationId: home._id }) }, news);
    },
    update: (scope: Scope, id: Id, fields: DebtorChange) =>
      change(scope, id, async (debtor) => ({
        set: debtorUpdate(debtor, fields, clock.now()),
        name: 'debtor.changed',
      })),
    /** Holds everything back for this debtor, up to and including `until`, or until resumed. */
    pause: (scope: Scope, id: Id, pause: DebtorPause) =>
      change(scope, id, async (debtor) => {
        assertMayPause(debtor, pause, await todayOf(deps, debtor.administrationId));
        return { set: pauseFields(pause, clock.now()), name: 'debtor.paused' };
      }),
    /** The engine hears of the choice and goes on: now, or with all dates shifted. */
    resume: (scope: Scope, id: Id, choice: ResumeChoice) =>
      change(scope, id, async (debtor) => {
        const home = await findAdministration(store, scope, { id: debtor.administrationId });
        const at = { now: clock.now(), timeZone: home.timeZone };
        const pausedDays = assertMayResume(debtor, at);
        return { set: RESUMED_FIELDS, name: 'debtor.resumed', more: { choice, pausedDays } };
      }),
  };
}

type DebtorEvent = 'debtor.changed' | 'debtor.paused' | 'debtor.resumed';
type DebtorStep = { readonly set: object; readonly name: DebtorEvent; readonly more?: object };

const debtorEvent = (name: DebtorEvent, debtor: Debtor, more: object = {}): NewEvent => ({
  name,
  place: placeOf(debtor),
  data: { debtorId: debtor._id.toHexString(), ...more },
});
