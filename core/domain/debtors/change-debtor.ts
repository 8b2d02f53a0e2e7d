import { type CalendarDate, type Clock, invariant } from '@inning/sdk';
import type { EventPublisher, NewEvent } from '../../events/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import {
  assertMayPause,
  assertMayResume,
  findAdministration,
  pauseFields,
  RESUMED_FIELDS,
  type ResumeChoice,
  todayOf,
} from '../administrations/index.ts';
import { placeOf } from '../routing/index.ts';
import { type Debtor, debtors } from './debtor.model.ts';
import { type DebtorChange, debtorUpdate } from './debtor-row.ts';
import { DebtorNotFoundError } from './debtors.errors.ts';

export type DebtorPause = { readonly until: CalendarDate | null; readonly reason: string };
type Deps = { readonly store: Store; readonly clock: Clock; readonly events: EventPublisher };

/** Changes of a debtor that others hear of. */
export function createDebtorChanges(deps: Deps) {
  const { store, clock, events } = deps;
  const table = (scope: Scope) => store.table(debtors).in(scope);

  /** Reads, changes and announces in one transaction. */
  const change = (
    scope: Scope,
    id: Id,
    work: (debtor: Debtor) => Promise<DebtorStep>,
  ): Promise<Debtor> =>
    store.transaction(async (session) => {
      const debtor = await table(scope).byId(id, { session });
      if (!debtor) throw new DebtorNotFoundError(id.toHexString());
      const { set, name, more } = await work(debtor);
      const changed = await table(scope).change({ _id: id }, { $set: set } as never, { session });
      invariant(changed, 'a debtor that was found can be changed');
      await events.publish(session, debtorEvent(name, changed, more));
      return changed;
    });

  return {
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

/** Each name with the facts that belong to it; the steps above pair them. */
const debtorEvent = (name: DebtorEvent, debtor: Debtor, more: object = {}) =>
  ({
    name,
    place: placeOf(debtor),
    data: { debtorId: debtor._id.toHexString(), ...more },
  }) as NewEvent;
