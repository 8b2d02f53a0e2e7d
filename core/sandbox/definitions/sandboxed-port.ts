import {
  invariant,
  type PluginScope,
  type PluginTools,
  type PortFactory,
  type PortName,
} from '@inning/sdk';
import type { PluginCode } from '../sandbox.ts';
import { hostCallsOf } from './host-calls.ts';
import type { SandboxedDeps } from './sandboxed-nodes.ts';

/** What a port says of itself without being asked; until it is, the careful answer. */
const FACTS: Readonly<Record<string, unknown>> = { isIdempotent: false, concurrency: 4 };

/** Methods that answer a stream: in the sandbox it is read to its end first. */
const STREAMS = new Set(['read']);

/**
 * A port that works in the sandbox. Every method answers a promise, also those that answer at once
 * elsewhere (`recognise`, `columns`, `keywords`, `propose`): whoever calls a port awaits it.
 */
export function sandboxedPort<Name extends PortName>(
  port: Name,
  code: PluginCode,
  deps: SandboxedDeps & { readonly facts?: Readonly<Record<string, unknown>> },
): PortFactory<Name, unknown> {
  const facts = { ...FACTS, ...deps.facts };
  return (settings, scope, tools) => {
    const call = callerOf({ port, settings, scope, tools }, code, deps);
    const members = new Proxy(facts, {
      get(_, name) {
        if (typeof name === 'symbol' || name === 'then' || name === 'close') return undefined;
        if (Object.hasOwn(facts, name)) return facts[name];
        return (...args: unknown[]) =>
          STREAMS.has(name) ? stream(call(name, args)) : call(name, args);
      },
    });
    return members as never;
  };
}

type Opened = {
  readonly port: string;
  readonly settings: unknown;
  readonly scope: PluginScope;
  readonly tools: PluginTools;
};

function callerOf({ port, settings, scope, tools }: Opened, code: PluginCode, deps: SandboxedDeps) {
  const { agencyId, administrationId } = scope;
  invariant(agencyId !== null, 'code of others works for one agency');
  return (method: string, args: readonly unknown[]): Promise<unknown> =>
    deps.sandbox.run({
      agencyId,
      administrationId,
      code,
      target: { kind: 'port', port, method, settings },
      input: args,
      settings: tools.settings,
      hostCalls: hostCallsOf({ tools }),
      now: tools.clock.now(),
    });
}

async function* stream(answer: Promise<unknown>): AsyncGenerator<unknown> {
  const items = await answer;
  if (Array.isArray(items)) yield* items;
}
