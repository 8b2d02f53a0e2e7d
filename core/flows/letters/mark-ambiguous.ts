import { type Clock, message } from '@inning/sdk';
import { type Communication, communications } from '../../domain/communications/index.ts';
import { tasks } from '../../domain/tasks/index.ts';
import type { EventPublisher } from '../../events/index.ts';
import { type Store, systemScope } from '../../store/index.ts';
import { dayAt } from '../engine/local-time.ts';

/**
 * Shows a person the letters of which nobody knows whether they left, each with a task. Nothing sends
 * them again by itself; repeating it changes nothing.
 */
export function createAmbiguityMarker(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
}) {
  const scope = systemScope('letters of many administrations may be ambiguous');
  const rows = deps.store.table(communications).in(scope);
  const taskRows = deps.store.table(tasks).in(scope);

  return async (letters: readonly Communication[]): Promise<void> => {
    for (const { _id } of letters) {
      await deps.store.transaction(async (session) => {
        const marked = await rows.change(
          { _id, state: { $in: ['reserved', 'sending'] } },
          { $set: { state: 'ambiguous' } },
          { session },
        );
        if (!marked) return;
        await taskRows.bulk([taskFor(marked, deps.clock.now())], { session });
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

function taskFor(letter: Communication, now: Date) {
  const { agencyId, creditorId, administrationId, debtorId, instanceId, key, subject } = letter;
  return {
    filter: { administrationId, key: `ambiguous:${key}` },
    update: {
      $setOnInsert: {
        agencyId,
        creditorId,
        kind: 'ambiguous' as const,
        title: 'task.ambiguous-letter',
        because: message('task.ambiguous-letter'),
        note: subject,
        debtorId,
        invoiceId: null,
        instanceId,
        communicationId: letter._id,
        dueOn: dayAt(now, 'Europe/Amsterdam'),
        assigneeId: null,
        isAutomatic: true,
        createdAt: now,
        createdBy: 'flow',
        state: 'open' as const,
        doneAt: null,
        doneBy: null,
      },
    },
    upsert: true,
  };
}
