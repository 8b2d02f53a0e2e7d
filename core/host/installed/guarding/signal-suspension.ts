import { type Clock, message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { administrations, todayOf } from '../../../domain/administrations/index.ts';
import { createAutomaticTasks } from '../../../domain/tasks/index.ts';
import type { EventPublisher } from '../../../events/index.ts';
import {
  type AdministrationKey,
  type Scope,
  type Store,
  systemScope,
  toId,
} from '../../../store/index.ts';
import type { PluginInstall } from '../plugin-installs.model.ts';
import type { Stop } from './stop.ts';

export type SignalDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
};

/** Prepares the task and the event of a suspension; what it gives writes them in a transaction. */
export function createSignal(deps: SignalDeps) {
  const scope = systemScope('plugins of every agency are watched');
  const tasks = createAutomaticTasks(deps);

  return async (install: PluginInstall, stop: Stop) => {
    const place = await placeFor(deps.store, scope, { install, stop });
    // An agency without books has nobody's work to hold up, and no list to put a task on.
    if (!place) return async () => undefined;
    const dueOn = await todayOf(deps, place.administrationId);
    const { pluginId, version, changes } = install;
    const because = message(`plugin.${stop.because}`, { pluginId, version, reason: stop.text });
    const data = { pluginId, version: version ?? '', reason: stop.text };
    const task = {
      ...place,
      key: `plugin:${pluginId}:${changes}`,
      kind: 'to-do' as const,
      title: `Plugin ${pluginId}`,
      because,
      dueOn,
    };
    return async (session: ClientSession) => {
      await tasks.ensure(scope, session, [task]);
      await deps.events.publish(session, { name: 'plugin.suspended', place, data });
    };
  };
}

/** Tasks and events stand in an administration: the one where it was found, else the first. */
async function placeFor(
  store: Store,
  scope: Scope,
  of: { readonly install: PluginInstall; readonly stop: Stop },
): Promise<AdministrationKey | null> {
  const { agencyId } = of.install;
  const id = of.stop.administrationId;
  const rows = store.table(administrations).in(scope);
  const own = id ? await rows.findOne({ agencyId, _id: toId(id) }) : null;
  const found = own ?? (await rows.findOne({ agencyId }, { sort: { _id: 1 } }));
  return found && { agencyId, creditorId: found.creditorId, administrationId: found._id };
}
