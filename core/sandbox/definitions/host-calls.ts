import { DomainError, type PluginTools } from '@inning/sdk';
import type { HostCalls } from '../sandbox.ts';

/** A guest asked for something that it has not, or that does not exist. */
export class HostCallRefusedError extends DomainError {
  readonly code = 'HOST_CALL_REFUSED';
  readonly status = 422;

  constructor(path: string) {
    super(`There is no ${path.slice(0, 100)} here.`, { path: path.slice(0, 100) });
  }
}

type Method = (...args: unknown[]) => unknown;
type Granted = {
  readonly ports?: Readonly<Record<string, object>>;
  /** Left out, as for conditions, there are none. */
  readonly tools?: Pick<PluginTools, 'http' | 'state' | 'log'>;
};

/** The tools that are asked of the host; the others are data or work in the guest. */
const TOOLS: Readonly<Record<string, readonly string[]>> = {
  http: ['request'],
  state: ['get', 'set', 'delete'],
  log: ['info', 'warn', 'error'],
};

/** Answers a guest with these ports and tools. Only what they have of their own can be reached. */
export function hostCallsOf({ ports = {}, tools }: Granted): HostCalls {
  return async (path, args) => {
    const [where, name = '', method = '', ...more] = path.split('.');
    const owner = where === 'ports' ? own(ports, name) : toolOf(tools, name, method);
    const called = more.length === 0 ? own(owner, method) : undefined;
    if (typeof called !== 'function') throw new HostCallRefusedError(path);
    return (called as Method).apply(owner, [...args]);
  };
}

function toolOf(tools: object | undefined, name: string, method: string): unknown {
  const isTool = Object.hasOwn(TOOLS, name) && TOOLS[name]?.includes(method) === true;
  return isTool ? own(tools, name) : undefined;
}

function own(owner: unknown, name: string): unknown {
  const isObject = typeof owner === 'object' && owner !== null;
  return isObject && Object.hasOwn(owner, name)
    ? (owner as Record<string, unknown>)[name]
    : undefined;
}
