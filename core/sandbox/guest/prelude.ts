import './globals.ts';
import { collectPlugin, describePlugin, type CollectedPlugin } from '@inning/sdk/package';
import { fromWire, toWire } from '../wire.ts';
import { createAsks } from './asks.ts';
import { base64 } from './base64.ts';
import { errorToData } from './guest-errors.ts';
import type { CallItem, CrossingError, FromGuest, GuestTarget, ToGuest } from './protocol.ts';
import { perform, type Loaded } from './perform.ts';

declare const LIMITS: {
  readonly outputChars: number;
  readonly hostCalls: number;
  readonly logLines: number;
};

// Kept before any code of others runs.
const { parse, stringify } = JSON;
const { outputChars } = LIMITS;

let out: string[] = [];
let outChars = 0;
let loaded: Loaded | null = null;
const asks = createAsks({ ...LIMITS, say });

function say(item: FromGuest): void {
  const text = stringify(item);
  outChars += text.length;
  if (outChars > outputChars) throw flooded('It hands back more than fits.');
  out[out.length] = text;
}

function flooded(message: string): Error {
  return Object.assign(new Error(message), { limit: 'flood' as const });
}

/** Takes the plugin's module. Returns null, or as JSON what went wrong. */
function attach(module: { plugin?: unknown; script?: unknown }): string | null {
  try {
    loaded = load(module);
    return null;
  } catch (error) {
    return stringify(errorToData(error));
  }
}

function load(module: { plugin?: unknown; script?: unknown }): Loaded {
  if (typeof module.script === 'function') return { script: module.script as Loaded['script'] };
  const definition = module.plugin as CollectedPlugin['definition'] | undefined;
  if (typeof definition?.setup !== 'function') throw new Error('The module exports no `plugin`.');
  return { plugin: collectPlugin(definition) };
}

/** Starts calls and hands on answers; what comes of it is fetched with `drain`. */
function pump(text: string): void {
  for (const item of parse(text) as ToGuest[]) {
    if (item.k === 'call') void start(item);
    else asks.settle(item, fromWire(item.value, base64));
  }
}

function drain(): string {
  const text = `[${out.join(',')}]`;
  out = [];
  outChars = 0;
  return text;
}

async function start(call: CallItem): Promise<void> {
  try {
    const value = await answer(call);
    say({ k: 'done', id: call.id, value: toWire(value, base64) ?? null });
  } catch (error) {
    const flood = asks.overdrawn(call.id);
    fail(call.id, flood ? errorToData(flooded(flood)) : errorToData(error));
  } finally {
    asks.forget(call.id);
  }
}

async function answer(call: CallItem): Promise<unknown> {
  if (!loaded) throw new Error('Nothing is loaded.');
  if (call.target.kind === 'describe' && loaded.plugin) return describePlugin(loaded.plugin);
  const result = await perform(loaded, call, {
    input: fromWire(call.input, base64),
    ask: asks.of(call.id),
  });
  const flood = asks.overdrawn(call.id);
  if (flood) throw flooded(flood);
  return result;
}

/** An error is cut to size, so that it always fits. */
function fail(id: number, error: CrossingError): void {
  outChars = 0;
  say({ k: 'threw', id, error });
}

export type { GuestTarget };
export const guest = { attach, pump, drain };
