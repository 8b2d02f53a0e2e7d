import { type Clock, type DebtorFlag, invariant, message } from '@inning/sdk';
import type { EventPublisher } from '../../events/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import { todayOf } from '../administrations/index.ts';
import { placeOf } from '../routing/index.ts';
import type { AutomaticTasks } from '../tasks/index.ts';
import { type Debtor, debtors } from './debtor.model.ts';
import {
  DebtorFlagNotSetError,
  DebtorFlagSetAlreadyError,
  DebtorNotFoundError,
} from './debtors.errors.ts';

export type FlagChange = {
  readonly flag: DebtorFlag;
  /** Who says so, and how that is known: it stays in the file. */
  readonly by: string;
  readonly reason: string;
};
export type FlagDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly tasks: AutomaticTasks;
};
type Noted = Debtor['flags'][number];
type FlagRow = Pick<Debtor, 'flags'>;

/** What is noted of a debtor now; what was cleared stays behind as history. */
export const activeFlags = ({ flags }: FlagRow): Noted[] =>
  (flags ?? []).filter((one) => !one.clearedAt);

/** Circumstances of a debtor that hold things back: set and cleared by a person, who says why. */
export function createDebtorFlags({ store, clock, events, tasks }: FlagDeps) {
  const table = (scope: Scope) => store.table(debtors).in(scope);

  return {
    /** A person gets a task: somebody must decide how to go on. */
    set: (scope: Scope, id: Id, change: FlagChange) =>
      changeFlags(scope, id, async (debtor, session) => {
        const { flag, by, reason } = change;
        if (activeFlags(debtor).some((one) => one.flag === flag)) {
          throw new DebtorFlagSetAlreadyError(flag);
        }
        const setAt = clock.now();
        const dueOn = await todayOf({ store, clock }, debtor.administrationId);
        const because = message(`task.flag-${flag}`, { reason });
        const task = {
          key: taskKey(id, flag, setAt),
          kind: 'review' as const,
          title: because.code,
        };
        const about = { ...placeOf(debtor), debtorId: id, because, dueOn };
        await tasks.ensure(scope, session, [{ ...task, ...about }]);
        const noted = { flag, setAt, setBy: by, reason };
        return { $push: { flags: noted } };
      }),

    clear: (scope: Scope, id: Id, change: FlagChange) =>
      changeFlags(scope, id, async (debtor, session) => {
        const { flag, by, reason } = change;
        const noted = activeFlags(debtor).find((one) => one.flag === flag);
        if (!noted) throw new DebtorFlagNotSetError(flag);
        const { administrationId } = debtor;
        const keys = [taskKey(id, flag, noted.setAt)];
        await tasks.withdraw(scope, session, { administrationId, keys });
        const cleared = { ...noted, clearedAt: clock.now(), clearedBy: by, clearReason: reason };
        const flags = debtor.flags.map((one) => (one === noted ? cleared : one));
        return { $set: { flags } };
      }),
  };

  function changeFlags(
    scope: Scope,
    id: Id,
    work: (debtor: Debtor, session: Session) => Promise<object>,
  ): Promise<Debtor> {
    return store.transaction(async (session) => {
      const debtor = await table(scope).byId(id, { session });
      if (!debtor) throw new DebtorNotFoundError(id.toHexString());
      const update = await work({ ...debtor, flags: debtor.flags ?? [] }, session);
      const changed = await table(scope).change({ _id: id }, update as never, { session });
      invariant(changed, 'a debtor that was found can be changed');
      const data = { debtorId: id.toHexString() };
      await events.publish(session, { name: 'debtor.changed', place: placeOf(changed), data });
      return changed;
    });
  }
}

type Session = Parameters<Parameters<Store['transaction']>[0]>[0];

const taskKey = (id: Id, flag: DebtorFlag, setAt: Date) =>
  `flag:${id.toHexString()}:${flag}:${setAt.getTime()}`;
