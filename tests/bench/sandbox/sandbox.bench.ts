import { createHash } from 'node:crypto';
import type { ActionDefinition, NodePorts } from '@inning/sdk';
import { aClaim, aScope, fakeTools } from '@inning/sdk/testing';
import { build } from 'esbuild';
import { createSandbox, type PluginCode, sandboxedNodes } from '../../../core/sandbox/index.ts';
import { planCallAction } from '../../../plugins/tasks/plan-call.action.ts';
import { PROJECT_DIR } from '../../architecture/source-files.ts';
import { type Bench, rounded, timed } from '../bench.ts';

/** As many as one engine batch decides at once. */
const AT_ONCE = 500;

/**
 * Calls of an action that asks the platform for one thing, through the sandbox and in the process
 * itself, by batches as the engine makes them. The overhead is the difference per call.
 */
export const sandboxBench: Bench = {
  size: 20_000,
  async run({ size, say }) {
    const clock = { now: () => new Date('2026-03-30T10:00:00Z') };
    const sandbox = createSandbox({ log: { warn: (_, text) => say(text) } });
    const code = await bundleTasks();
    say('describing the plugin');
    const description = await sandbox.describe(code);
    // The bench measures the whole claim crossing, whatever the plugin declares.
    const all = { ...description, permissions: { claim: EVERYTHING, hosts: [] } };
    const nodes = sandboxedNodes(all, code, { sandbox, clock });
    const sandboxed = nodes.find(({ id }) => id === planCallAction.id) as ActionDefinition;
    await callMany(sandboxed, AT_ONCE * 2);
    say(`calling ${size} times`);
    const inside = await timed(() => callMany(sandboxed, size));
    await sandbox.close();
    const own = await timed(() => callMany(planCallAction as unknown as ActionDefinition, size));
    return {
      calls: size,
      callsPerSecond: rounded(size / inside.seconds),
      inProcessCallsPerSecond: rounded(size / own.seconds),
      overheadMsPerCall: rounded(((inside.seconds - own.seconds) * 1_000) / size, 4),
    };
  },
};

const EVERYTHING = Object.keys(aClaim({}));

async function callMany(node: ActionDefinition, count: number): Promise<void> {
  for (let made = 0; made < count; made += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, count - made) }, () => callOnce(node));
    await Promise.all(batch);
  }
}

async function callOnce(node: ActionDefinition): Promise<void> {
  const ports = { tasks: { create: async () => ({ taskId: 't' }) } } as unknown as NodePorts;
  const { outcome } = await node.run({
    config: { title: 'Call about the invoice' } as never,
    claim: aClaim({}),
    today: '2026-03-30',
    anchors: { startedOn: '2026-03-02', previousStepOn: '2026-03-02', steps: {} },
    country: { code: 'NL', timeZone: 'Europe/Amsterdam' },
    scope: aScope,
    ports,
    idempotencyKey: 'k',
    tools: fakeTools(),
  });
  if (outcome !== 'planned') throw new Error(`The node answered ${outcome}.`);
}

async function bundleTasks(): Promise<PluginCode> {
  const built = await build({
    stdin: {
      contents: `export { tasksPlugin as plugin } from './plugins/tasks/index.ts';`,
      resolveDir: PROJECT_DIR,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    minify: true,
  });
  const source = built.outputFiles[0]?.text ?? '';
  return { id: 'tasks', sha256: createHash('sha256').update(source).digest('hex'), source };
}
