import { type CalendarDate, message, type Message, sayMessage } from '@inning/sdk';
import type { Id, Scope } from '../../store/index.ts';
import { todayOf } from '../administrations/index.ts';
import { placeOf } from '../routing/index.ts';
import type { AutomaticTask } from '../tasks/index.ts';
import { type BankConnection, bankConnections } from './bank-connection.model.ts';
import type { BankFeedsDeps } from './bank-feeds.deps.ts';
import { bankFeedTexts } from './texts.ts';

type Deps = Pick<BankFeedsDeps, 'store' | 'clock' | 'tasks'>;

const keysOf = (connection: BankConnection) => {
  const id = connection._id.toHexString();
  return {
    ends: `bank-consent-ends:${id}:${connection.consent}`,
    ended: `bank-consent-ended:${id}:${connection.consent}`,
  };
};

function taskOf(
  connection: BankConnection,
  task: { readonly key: string; readonly because: Message; readonly dueOn: CalendarDate },
): AutomaticTask {
  const title = sayMessage(bankFeedTexts, task.because, 'nl');
  return { ...placeOf(connection), kind: 'to-do', title, ...task };
}

/** Somebody must give consent again, soon: once for each consent. */
export async function consentEndsSoon(
  deps: Deps,
  scope: Scope,
  connection: BankConnection,
): Promise<void> {
  const { title, consentUntil } = connection;
  if (!consentUntil) return;
  const because = message('bank-feeds.consent-ends', { bank: title, untilOn: consentUntil });
  const task = taskOf(connection, { key: keysOf(connection).ends, because, dueOn: consentUntil });
  await deps.store.transaction((session) => deps.tasks.ensure(scope, session, [task]));
}

/** The bank does not let us in any more: nothing is read until somebody gives consent again. */
export async function accessEnded(
  deps: Deps,
  scope: Scope,
  connection: BankConnection,
): Promise<void> {
  const dueOn = await todayOf(deps, connection.administrationId);
  const because = message('bank-feeds.consent-ended', { bank: connection.title });
  const task = taskOf(connection, { key: keysOf(connection).ended, because, dueOn });
  await deps.store.transaction(async (session) => {
    const ended = { state: 'ended' as const, endedAt: deps.clock.now() };
    await deps.store
      .table(bankConnections)
      .in(scope)
      .updateOne({ _id: connection._id, state: 'active' }, { $set: ended }, { session });
    await deps.tasks.ensure(scope, session, [task]);
  });
}

/** The cause is gone: consent was given again, or nobody wants to read it any more. */
export async function withdrawTasks(
  deps: Deps,
  scope: Scope,
  connection: BankConnection,
): Promise<void> {
  const keys = Object.values(keysOf(connection));
  const administrationId = connection.administrationId as Id;
  await deps.store.transaction((session) =>
    deps.tasks.withdraw(scope, session, { administrationId, keys }),
  );
}
