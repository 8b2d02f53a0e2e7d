import type { AppDeps } from './app.deps.ts';
import type { EventPublisher } from './events/index.ts';
import { createNodeUses, createWakeWaiting } from './flows/index.ts';
import { type InstallingDeps, readSdkVersion } from './host/index.ts';
import { createTrustService } from './packages/index.ts';
import { PROJECT_DIR } from './project-dir.ts';
import { createSandbox } from './sandbox/index.ts';

/** What plugins of others run in, and whose are believed. Nothing is started before one is used. */
export async function installingOf(
  deps: AppDeps & { readonly events: EventPublisher },
): Promise<InstallingDeps> {
  return {
    events: deps.events,
    sandbox: createSandbox(deps),
    sdkVersion: await readSdkVersion(PROJECT_DIR),
    trust: createTrustService(deps).trust,
    uses: createNodeUses(deps.store),
    wakeWaiting: createWakeWaiting(deps),
  };
}
