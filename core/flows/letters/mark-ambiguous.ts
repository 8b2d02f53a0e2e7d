import { type Clock, message } from '@inning/sdk';
import { type Communication, communications } from '../../domain/communications/index.ts';
import type { AutomaticTask, AutomaticTasks } from '../../domain/tasks/index.ts';
import type { EventPublisher } from '../../events/index.ts';
import { HOME_TIME_ZONE } from '../../home.ts';
import { type Store, systemScope } from '../../store/index.ts';
import { dayAt } from '../../time/index.ts';

/**
 * Shows a person the letters of which nobody knows whether they left, each with a task. Nothing sends
 * them again by itself; repeating it changes nothing.
 */
export function createAmbiguityMarker(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly tasks: AutomaticTasks;
}) {
  const scope = systemScope('letters of many administrations may be ambiguous');
  const rows = deps.store.table(communications).in(scope);

  return async (letters: readonly Communication[]): Promise<void> => {
    for (const { _id } of letters) {
      await deps.store.transaction(async (session) => {
        const marked = await rows.change(
          { _id, state: { $in: ['reserved', 'sending'] } },
          { $set: { state: 'ambiguous' } },
          { session },
        );
        if (!marked) return;
        await deps.tasks.ensure(scope, session, [taskFor(marked, deps.clock.now())]);
        const data = { communicationId: String(_id), debtorId: String(marked.debtorId) };
        await deps.events.publish(session, {
          name: 'communication.ambiguous',
          place: marked,
          data,
        });
      });
    }
  };
}

function taskFor(letter: Communication, now: Date): AutomaticTask {
  const { agencyId, creditorId, administrationId, debtorId, instanceId, key, subject } = letter;
  return {
    agencyId,
    creditorId,
    administrationId,
    key: `ambiguous:${key}`,
    kind: 'ambiguous',
    title: 'task.ambiguous-letter',
    note: subject,
    because: message('task.ambiguous-letter'),
    debtorId,
    instanceId,
    communicationId: letter._id,
    dueOn: dayAt(now, HOME_TIME_ZONE),
  };
}
