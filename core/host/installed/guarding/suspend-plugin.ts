import type { Clock, PluginLog } from '@inning/sdk';
import type { EventPublisher } from '../../../events/index.ts';
import type { Store } from '../../../store/index.ts';
import { InstallOvertakenError } from '../installed.errors.ts';
import type { PluginInstall } from '../plugin-installs.model.ts';
import { createSignal } from './signal-suspension.ts';
import type { Stop } from './stop.ts';
import type { InstallWriter } from '../write-install.ts';

export type SuspendDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly installs: InstallWriter;
  readonly log: PluginLog;
};

/** Takes a plugin out of work at one agency, and tells who must know. */
export function createSuspender(deps: SuspendDeps) {
  const { store, installs } = deps;
  const signal = createSignal(deps);

  /** In one transaction: the state, the task and the event. Throws `InstallOvertakenError`. */
  return async (before: PluginInstall, stop: Stop): Promise<void> => {
    const { pluginId, version } = before;
    const tell = await signal(before, stop);
    const row = await store.transaction(async (session) => {
      const what = stop.because === 'revoked' ? ('revoked' as const) : ('suspended' as const);
      const changed = await installs.write(before, {
        set: { state: 'suspended', stoppedBecause: stop.because, stoppedText: stop.text },
        line: { what, version, sha256: null, by: 'system', note: stop.text },
        session,
      });
      await tell(session);
      return changed;
    });
    installs.seen(row);
    const agencyId = row.agencyId.toHexString();
    deps.log.error({ pluginId, version, agencyId, reason: stop.text }, 'a plugin was suspended');
  };
}
export type Suspend = ReturnType<typeof createSuspender>;

/** Another call, or another process, was first: it suspends, or counts on. */
export async function unlessOvertaken(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof InstallOvertakenError)) throw error;
  }
}
