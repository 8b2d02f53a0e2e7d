import { SandboxAnswerInvalidError } from '../sandbox.errors.ts';
import type { PluginCode } from '../sandbox.ts';
import { hostCallsOf } from './host-calls.ts';
import type { SandboxedDeps } from './sandboxed-nodes.ts';

export type Migration = {
  readonly agencyId: string;
  /** The newest version of the plugin. */
  readonly code: PluginCode;
  readonly node: string;
  readonly from: number;
  readonly to: number;
  readonly config: object;
};

/** The settings of a step in the shape of a newer version, one version at a time. */
export async function migrateInSandbox(asked: Migration, deps: SandboxedDeps): Promise<object> {
  const { agencyId, code, node } = asked;
  let { config } = asked;
  for (let from = asked.from; from < asked.to; from += 1) {
    const migrated = await deps.sandbox.run({
      agencyId,
      administrationId: null,
      code,
      target: { kind: 'migrate', node, from },
      input: config,
      settings: null,
      hostCalls: hostCallsOf({}),
      now: deps.clock.now(),
    });
    const isConfig = typeof migrated === 'object' && migrated !== null && !Array.isArray(migrated);
    if (!isConfig) {
      throw new SandboxAnswerInvalidError(`${node} migrates version ${from} to something else.`, {
        node,
        from,
      });
    }
    config = migrated;
  }
  return config;
}
