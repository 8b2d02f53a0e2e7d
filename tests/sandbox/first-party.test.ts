import { createHash } from 'node:crypto';
import { type ActionDefinition, type NodePorts, message, type PluginDefinition } from '@inning/sdk';
import { aClaim, aScope, fakeTools } from '@inning/sdk/testing';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { type PluginCode, sandboxedNodes } from '../../core/sandbox/index.ts';
import { PROJECT_DIR } from '../architecture/source-files.ts';
import { aSandbox } from './a-sandbox.ts';

/** A config of each action; an action without one fails the last test. */
const CONFIGS: Readonly<Record<string, readonly object[]>> = {
  'reminders.send-email': [{ template: 'first-reminder', minimumCents: 0 }],
  'routing.stop-flow': [{ reason: 'done' }, {}],
  'routing.switch-flow': [{ flow: 'other', mode: 'reset' }],
  'tasks.create-task': [{ title: 'Look', note: 'well', dueInDays: 3 }],
  'tasks.plan-call': [{ title: 'Call' }],
  'collection-costs.set-cost-state': [{ state: 'announced' }, { state: 'claimable' }],
  'timing.pause-debtor': [{ days: 10, reason: 'asked' }],
  'scripting.run-script': [{ code: 'return true' }],
};
const PLUGINS = ['reminders', 'routing', 'tasks', 'collection-costs', 'timing', 'scripting'];
const CLAIMS = [
  aClaim({}),
  aClaim({ debtor: { ...aClaim({}).debtor, email: null } }),
  aClaim({ openCents: 0, costState: 'announced' }),
];
const sandbox = aSandbox({ cpuMs: 2_000 });
const clock = { now: () => new Date('2026-03-30T10:00:00Z') };

type Loaded = { readonly own: ActionDefinition; readonly sandboxed: ActionDefinition };
const loaded = new Map<string, Loaded>();

beforeAll(async () => {
  for (const name of PLUGINS) await loadPlugin(name);
});

async function loadPlugin(name: string): Promise<void> {
  const exported = `${name.replace(/-(\w)/g, (_, sign: string) => sign.toUpperCase())}Plugin`;
  const path = `../../plugins/${name}/index.ts`;
  const { [exported]: plugin } = (await import(path)) as Record<string, PluginDefinition>;
  const actions = actionsOf(plugin!);
  const code = await bundle(name, exported);
  const parts = { code, actions };
  const description = {
    permissions: { claim: Object.keys(aClaim({})), hosts: [] },
    nodes: parts.actions.map((one) => describeAction(one)),
  };
  const nodes = sandboxedNodes(description as never, code, { sandbox, clock });
  for (const own of actions) {
    const sandboxed = nodes.find(({ id }) => id === own.id) as ActionDefinition;
    loaded.set(own.id, { own, sandboxed });
  }
}

/** Only the actions: waits and groups are of the platform itself and stay in the host. */
function actionsOf(plugin: PluginDefinition): ActionDefinition[] {
  const actions: ActionDefinition[] = [];
  const nothing = { add: () => undefined };
  plugin.setup({
    actions: { add: (one: ActionDefinition) => void actions.push(one) },
    ...Object.fromEntries(
      ['conditions', 'waits', 'groups', 'triggers', 'texts', 'countries', 'commands'].map(
        (name) => [name, nothing],
      ),
    ),
    ports: { provide: () => undefined },
    events: { on: () => undefined },
    routes: () => undefined,
    dataDir: '',
    log: fakeTools().log,
  } as never);
  return actions;
}

const describeAction = (one: ActionDefinition) => ({
  ...one,
  isEnd: one.isEnd ?? false,
  contacts: one.contacts ?? null,
  skippedOutcome: one.skippedOutcome ?? null,
  migratesFrom: [],
});

/** As a third party would pack it: one file, with only the actions added. */
async function bundle(name: string, exported: string): Promise<PluginCode> {
  const contents = `import { ${exported} as whole } from './plugins/${name}/index.ts';
    const nothing = { add() {} };
    export const plugin = { ...whole, setup(host, settings) {
      whole.setup({ ...host, waits: nothing, groups: nothing, countries: nothing, commands: nothing, routes() {} }, settings);
    } };`;
  const built = await build({
    stdin: { contents, resolveDir: PROJECT_DIR },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  });
  const source = built.outputFiles[0]?.text ?? '';
  return { id: name, sha256: createHash('sha256').update(source).digest('hex'), source };
}

async function tell(node: ActionDefinition, config: object, claim: ReturnType<typeof aClaim>) {
  const asked: unknown[] = [];
  const note =
    (call: string, answer: unknown) =>
    async (...args: unknown[]) => {
      asked.push([call, ...args]);
      return answer;
    };
  const ports = {
    mail: { send: note('mail.send', { refused: message('mail.refused') }) },
    tasks: { create: note('tasks.create', { taskId: 't' }) },
    costs: {
      announce: note('announce', { invoiceCount: 1 }),
      makeClaimable: note('claimable', { invoiceCount: 0 }),
    },
    debtor: { pause: note('debtor.pause', undefined) },
    flow: { stop: note('flow.stop', undefined), switchTo: note('flow.switchTo', undefined) },
    scripts: { run: note('scripts.run', 'no') },
  } as unknown as NodePorts;
  const result = await node.run({
    config: config as never,
    claim,
    today: '2026-03-30',
    anchors: { startedOn: '2026-03-02', previousStepOn: '2026-03-02', steps: {} },
    country: { code: 'NL', timeZone: 'Europe/Amsterdam' },
    scope: aScope,
    ports,
    idempotencyKey: 'k',
    tools: fakeTools(),
  });
  return JSON.parse(JSON.stringify({ result, asked })) as unknown;
}

describe('actions of our own plugins', () => {
  it.each(Object.keys(CONFIGS))('%s answers and asks the same in the sandbox', async (id) => {
    const { own, sandboxed } = loaded.get(id)!;
    for (const config of CONFIGS[id]!) {
      for (const claim of CLAIMS) {
        const inHost = await tell(own, config, claim).catch((error: Error) => error.message);

        expect(await tell(sandboxed, config, claim).catch((e: Error) => e.message)).toEqual(inHost);
      }
    }
  });

  it('are all there', () => {
    expect([...loaded.keys()].toSorted()).toEqual(Object.keys(CONFIGS).toSorted());
  });
});
