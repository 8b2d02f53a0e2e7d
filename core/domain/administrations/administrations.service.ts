import { type CalendarDate, type Clock, invariant } from '@inning/sdk';
import type { EventPublisher } from '../../events/index.ts';
import { type Id, isDuplicateKey, type NewRow, type Scope, type Store } from '../../store/index.ts';
import { createCreditorService } from '../creditors/index.ts';
import { findPage, type PageRequest } from '../routing/index.ts';
import { type Administration, administrations } from './administration.model.ts';
import {
  AdministrationNotFoundError,
  AdministrationNumberTakenError,
  ChosenFlowNotFoundError,
  TestAddressMissingError,
} from './administrations.errors.ts';
import { findAdministration, keyOfAdministration } from './find-administration.ts';
import { localDay } from './local-day.ts';
import { assertMayPause, assertMayResume, pauseFields, RESUMED_FIELDS } from './pause.ts';

export type AdministrationsDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  /** Whether all these flows are visible in the scope; the flow engine's collections are not ours. */
  readonly areFlowsIn?: (scope: Scope, flowIds: readonly Id[]) => Promise<boolean>;
};
export type Pause = { readonly until: CalendarDate | null; readonly reason: string };
/** `now` goes on where it stood, `shift` moves every planned day by the length of the pause. */
export type ResumeChoice = 'now' | 'shift';
export type AdministrationChange = Omit<
  NewRow<Administration>,
  '_id' | 'agencyId' | 'creditorId' | 'pausedSince' | 'pausedUntil' | 'pauseReason' | 'createdAt'
>;
export type AdministrationService = ReturnType<typeof createAdministrationService>;

/** The sets of books: their settings, and whether anything runs in them. */
export function createAdministrationService(deps: AdministrationsDeps) {
  const { store, clock, events } = deps;
  const table = (scope: Scope) => store.table(administrations).in(scope);
  const get = (scope: Scope, id: Id) => findAdministration(store, scope, { id });

  /** A flow of somebody else is as unknown as one that never was. */
  async function assertFlows(scope: Scope, { flowChoice }: AdministrationChange): Promise<void> {
    const { steady, unknown, fluctuating, erratic } = flowChoice ?? {};
    const ids = [steady, unknown, fluctuating, erratic].filter((id): id is Id => Boolean(id));
    if (ids.length === 0 || (await deps.areFlowsIn?.(scope, ids))) return;
    throw new ChosenFlowNotFoundError();
  }

  /** Changes settings. Throws `TestAddressMissingError` for test mode without an address. */
  async function update(scope: Scope, id: Id, change: AdministrationChange) {
    const before = await get(scope, id);
    await assertFlows(scope, change);
    const after = { ...before, ...change };
    if (after.testMode && !after.testAddress) throw new TestAddressMissingError();
    if (Object.keys(change).length === 0) return before;
    const changed = await numberGuard(change.number, () =>
      table(scope).change({ _id: id }, { $set: { ...change } as never }),
    );
    if (!changed) throw new AdministrationNotFoundError(id.toHexString());
    return changed;
  }

  /** Holds everything back, up to and including `until`, or until somebody resumes it. */
  async function pause(scope: Scope, id: Id, asked: Pause) {
    const administration = await get(scope, id);
    const today = localDay(clock.now(), administration.timeZone);
    assertMayPause(administration, asked, today);
    return store.transaction(async (session) => {
      const set = { $set: pauseFields(asked, clock.now()) };
      const paused = await table(scope).change({ _id: id }, set, { session });
      invariant(paused, 'an administration that was found can be paused');
      const place = keyOfAdministration(paused);
      const data = { reason: asked.reason };
      await events.publish(session, { name: 'administration.paused', place, data });
      return paused;
    });
  }

  /** Lets everything go on; the engine hears of the choice through the event. */
  async function resume(scope: Scope, id: Id, choice: ResumeChoice) {
    const administration = await get(scope, id);
    const pausedDays = assertMayResume(administration, {
      now: clock.now(),
      timeZone: administration.timeZone,
    });
    return store.transaction(async (session) => {
      const resumed = await table(scope).change({ _id: id }, { $set: RESUMED_FIELDS }, { session });
      invariant(resumed, 'an administration that was found can be resumed');
      const data = { choice, pausedDays };
      const place = keyOfAdministration(resumed);
      await events.publish(session, { name: 'administration.resumed', place, data });
      return resumed;
    });
  }

  return {
    get,
    update,
    pause,
    resume,
    list: (scope: Scope, page: PageRequest = {}, creditorId?: Id) =>
      findPage(table(scope), creditorId ? { creditorId } : {}, { order: { name: 1 }, page }),
    /** Throws `AdministrationNumberTakenError` when the creditor has that number already. */
    async create(scope: Scope, row: NewRow<Administration> & { readonly creditorId: Id }) {
      const creditor = await createCreditorService({ store }).get(scope, row.creditorId);
      const complete = { ...row, agencyId: creditor.agencyId };
      await assertFlows(scope, row);
      return numberGuard(row.number, () => table(scope).insert(complete));
    },
  };
}

async function numberGuard<T>(number: string | undefined, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) throw new AdministrationNumberTakenError(number ?? '');
    throw error;
  }
}
