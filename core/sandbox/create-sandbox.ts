import { createHash } from 'node:crypto';
import type { PluginDescription } from '@inning/sdk/package';
import { bundleGuest } from './bundle-guest.ts';
import { checkDescription } from './check-description.ts';
import { SANDBOX_LIMITS, type SandboxLimits } from './limits.ts';
import type { AnyCall } from './pool/any-call.ts';
import { type Crew, createCrew } from './pool/crew.ts';
import type { PluginCode, Sandbox, SandboxCall, SandboxLog } from './sandbox.ts';
import { scriptCode } from './script-code.ts';

export type SandboxDeps = {
  readonly log: SandboxLog;
  readonly limits?: Partial<SandboxLimits>;
  /** How many agencies are served at once; a spare process stands by. */
  readonly processes?: number;
};

/** Plugins that are only looked at have no agency; no data is ever where they are. */
const NOBODY = '';
const PROCESSES = 2;

/** Runs code of others in processes of their own. Nothing is started before the first call. */
export function createSandbox({
  log,
  limits: changed,
  processes = PROCESSES,
}: SandboxDeps): Sandbox {
  const limits = { ...SANDBOX_LIMITS, ...changed };
  let crew: Promise<Crew> | null = null;
  const atWork = () => (crew ??= start());

  async function start(): Promise<Crew> {
    const setup = { ...limits, ...(await bundleGuest(limits)) };
    return createCrew({ setup, limits, processes, log });
  }

  async function call(one: AnyCall): Promise<unknown> {
    return (await atWork()).call(one);
  }

  return {
    async describe(code): Promise<PluginDescription> {
      const description = await call({ ...bare(code), target: { kind: 'describe' } });
      return checkDescription(code.id, description);
    },
    run: (one: SandboxCall) => call(one),
    async runScript({ agencyId, source, claim, today }) {
      const code = scriptCode(source, sha256);
      const administrationId = claim.administration.id;
      const input = { claim, today };
      return call({ ...bare(code), agencyId, administrationId, target: { kind: 'script' }, input });
    },
    async close() {
      await (await crew)?.close();
    },
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const bare = (code: PluginCode): AnyCall => ({
  agencyId: NOBODY,
  administrationId: null,
  code,
  target: { kind: 'describe' },
  input: null,
  settings: null,
  hostCalls: nothing,
  now: NO_TIME,
});

const NO_TIME = new Date(0);
async function nothing(): Promise<never> {
  throw new Error('There is nothing to ask here.');
}
