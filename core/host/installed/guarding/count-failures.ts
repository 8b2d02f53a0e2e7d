import type { Clock } from '@inning/sdk';
import { toId } from '../../../store/index.ts';
import type { PluginAt } from './plugin-guard.ts';
import { type Suspend, unlessOvertaken } from './suspend-plugin.ts';
import type { InstallWriter } from '../write-install.ts';

/** So many failures in a row, within so long, suspend a plugin at an agency. */
export type SuspendLimit = { readonly failures: number; readonly withinMs: number };
export const USUAL_LIMIT: SuspendLimit = { failures: 5, withinMs: 600_000 };

export type FailureDeps = {
  readonly clock: Clock;
  /** Failures come in real time, also when the business clock is moved. */
  readonly realClock: Clock;
  readonly installs: InstallWriter;
  readonly suspend: Suspend;
  readonly limit: SuspendLimit;
};

/** Counts failures of all processes together; the one too many suspends the plugin. */
export function createFailureCount({ clock, realClock, installs, suspend, limit }: FailureDeps) {
  async function change({ pluginId, scope }: PluginAt, update: object) {
    if (scope.agencyId === null) return null;
    const row = await installs.quietly(
      { agencyId: toId(scope.agencyId), pluginId, state: 'active' },
      { ...update, $inc: { changes: 1 } },
    );
    if (row) installs.seen(row);
    return row;
  }

  return {
    async noteFailure(at: PluginAt, error: unknown): Promise<void> {
      const now = realClock.now();
      const row = await change(at, {
        $push: { failures: { $each: [now], $slice: -limit.failures } },
        $set: { updatedAt: clock.now() },
      });
      const since = now.getTime() - limit.withinMs;
      const recent = row?.failures.filter((failedAt) => failedAt.getTime() > since) ?? [];
      if (!row || recent.length < limit.failures) return;
      const text = error instanceof Error ? error.message : String(error);
      const { administrationId } = at.scope;
      await unlessOvertaken(suspend(row, { because: 'failures', text, administrationId }));
    },
    async noteSuccess(at: PluginAt): Promise<void> {
      await change(at, { $set: { failures: [], updatedAt: clock.now() } });
    },
  };
}
