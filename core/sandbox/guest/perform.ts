import { type PluginTools, sayMessage } from '@inning/sdk';
import type { CollectedPlugin } from '@inning/sdk/package';
import type { Ask } from './asks.ts';
import type { CallItem } from './protocol.ts';

type Script = (claim: unknown, today: unknown) => unknown;
type Work = (...args: unknown[]) => unknown;
/** Set by a second script that is loaded only where conditions are decided. */
type Evaluator = (expression: unknown, claim: unknown) => boolean;

export type Loaded = { readonly plugin?: CollectedPlugin; readonly script?: Script | undefined };
type Given = { readonly input: unknown; readonly ask: Ask };

/** Finds what is called and calls it with everything that does not cross the border by itself. */
export function perform(loaded: Loaded, call: CallItem, given: Given): unknown {
  const { target } = call;
  if (target.kind === 'script') {
    const { claim, today } = given.input as Record<string, unknown>;
    return loaded.script?.(claim, today);
  }
  const { plugin } = loaded;
  if (!plugin) throw new Error('This is not a plugin.');
  const tools = toolsOf(plugin, call, given.ask);
  if (target.kind === 'port') return portMethod(plugin, call, { ...given, tools });
  if (target.kind === 'listener') return listenerOf(plugin, target.index)(given.input, tools);
  return nodeWork(plugin, call, { ...given, tools });
}

function nodeWork(
  plugin: CollectedPlugin,
  { target }: CallItem,
  { input, ask, tools }: Given & { readonly tools: PluginTools },
): unknown {
  const node = plugin.nodes.get(String(target.node));
  if (!node) throw new Error(`The plugin has no node ${target.node}.`);
  if (target.kind === 'migrate') return migrationOf(node, target.from)(input);
  if (target.kind !== node.kind) throw new Error(`${node.id} is no ${target.kind}.`);
  const context = { ...(input as object), scope: tools.scope };
  if (node.kind === 'action') {
    return node.run({ ...context, ports: portsOf(node.ports, ask), tools } as never);
  }
  if (node.kind !== 'condition') throw new Error('A trigger does nothing by itself.');
  const { claim } = input as Record<string, unknown>;
  return node.decide({ ...context, evaluate: evaluatorOf(claim) } as never);
}

function listenerOf(plugin: CollectedPlugin, index: number | undefined): Work {
  const found = plugin.listeners[index ?? -1];
  if (!found) throw new Error(`The plugin has no listener ${index}.`);
  return found.listener as Work;
}

function migrationOf(node: { readonly id: string; readonly migrate?: object }, from = 0): Work {
  const step = (node.migrate as Record<number, Work> | undefined)?.[from];
  if (typeof step !== 'function')
    throw new Error(`${node.id} cannot migrate from version ${from}.`);
  return step;
}

async function portMethod(
  plugin: CollectedPlugin,
  { target }: CallItem,
  { input, tools }: { readonly input: unknown; readonly tools: PluginTools },
): Promise<unknown> {
  const factory = plugin.ports.get(String(target.port)) as Work | undefined;
  if (!factory) throw new Error(`The plugin has no port ${target.port}.`);
  const port = factory(target.settings, tools.scope, tools) as Record<string, unknown>;
  const method = port[String(target.method)];
  if (typeof method !== 'function') return method ?? null;
  const answer = await (method as Work).apply(port, input as unknown[]);
  return isIterable(answer) ? gather(answer) : answer;
}

function isIterable(value: unknown): value is AsyncIterable<unknown> {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  return !Array.isArray(value) && (Symbol.iterator in value || Symbol.asyncIterator in value);
}

async function gather(answer: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of answer) items.push(item);
  return items;
}

function portsOf(names: readonly string[], ask: Ask): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, methodsOf(`ports.${name}`, ask)]));
}

/** Any name is a method that asks the host; the host knows which exist. */
function methodsOf(path: string, ask: Ask): object {
  return new Proxy(Object.freeze({}), {
    get: (_, method) =>
      typeof method === 'symbol' || method === 'then'
        ? undefined
        : (...args: unknown[]) => ask.call(`${path}.${method}`, args),
  });
}

function toolsOf(plugin: CollectedPlugin, call: CallItem, ask: Ask): PluginTools {
  const { agencyId, administrationId, settings, now } = call;
  const say = (level: string) => (details: object, text: string) => ask.log(level, details, text);
  return {
    scope: Object.freeze({ agencyId, administrationId }),
    settings,
    http: { request: (request) => ask.call('tools.http.request', [request]) as never },
    state: {
      get: (key) => ask.call('tools.state.get', [key]) as never,
      set: (key, value) => ask.call('tools.state.set', [key, value]) as never,
      delete: (key) => ask.call('tools.state.delete', [key]) as never,
    },
    clock: { now: () => new Date(now) },
    log: { info: say('info'), warn: say('warn'), error: say('error') },
    translate: (said, locale) => sayMessage(plugin.texts, said, locale),
  };
}

function evaluatorOf(claim: unknown): (expression: unknown) => boolean {
  const { evaluateClaim } = globalThis as { evaluateClaim?: Evaluator };
  return (expression) => {
    if (!evaluateClaim) throw new Error('Expressions are not loaded.');
    return evaluateClaim(expression, claim);
  };
}
