import type { AnswerItem, CallItem, CrossingError, FromGuest } from '../guest/protocol.ts';
import { fromWire, toWire } from '../wire.ts';
import { failure } from './failures.ts';
import type { AnyCall } from './any-call.ts';

/** Bytes at the host's side of the border. */
export const bufferCodec = {
  toBase64: (bytes: Uint8Array) => Buffer.from(bytes).toString('base64'),
  fromBase64: (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64')),
};

/** A call as text for the guest. Throws `SandboxFailedError` when it does not fit. */
export function callItem(id: number, call: AnyCall, mostChars: number): string {
  const { agencyId, administrationId, now } = call;
  const text = jsonOf(() => ({
    k: 'call',
    id,
    target: toWire(call.target, bufferCodec) as CallItem['target'],
    input: toWire(call.input, bufferCodec) ?? null,
    settings: toWire(call.settings, bufferCodec) ?? null,
    agencyId,
    administrationId,
    now: now.getTime(),
  }));
  if (text === null || text.length > mostChars) {
    throw failure(call.code.id, 'flood', 'It is given more than fits.');
  }
  return text;
}

export function answerItem(
  id: number,
  ask: number,
  { value, error }: { readonly value?: unknown; readonly error?: CrossingError },
): string {
  const item = { k: 'answer', id, ask } as const;
  if (error) return JSON.stringify({ ...item, error } satisfies AnswerItem);
  const text = jsonOf(() => ({ ...item, value: toWire(value, bufferCodec) ?? null }));
  return text ?? JSON.stringify({ ...item, error: { message: 'The answer does not fit.' } });
}

/** Null when it is nested too deeply to cross. */
function jsonOf(make: () => CallItem | AnswerItem): string | null {
  try {
    return JSON.stringify(make());
  } catch {
    return null;
  }
}

/** What a guest hands back, as items of ours; null when it is no list of them. */
export function readOut(text: string): FromGuest[] | null {
  try {
    const items: unknown = JSON.parse(text);
    const isList = Array.isArray(items) && items.every(isItem);
    return isList ? items.map(closeItem) : null;
  } catch {
    return null;
  }
}

function closeItem(item: FromGuest): FromGuest {
  if (item.k === 'done') return { ...item, value: closeValue(item.value) };
  if (item.k === 'ask') return { ...item, args: closeValue(item.args) };
  return item.k === 'log' ? { ...item, details: closeValue(item.details) } : item;
}

function isItem(item: unknown): item is FromGuest {
  if (typeof item !== 'object' || item === null) return false;
  const { k, id, ask, path, args } = item as Record<string, unknown>;
  if (!Number.isSafeInteger(id)) return false;
  if (k !== 'ask') return k === 'done' || k === 'threw' || k === 'log';
  return Number.isSafeInteger(ask) && typeof path === 'string' && Array.isArray(args);
}

/** A value of the guest as new plain values of ours. */
export const closeValue = (value: unknown): unknown => fromWire(value, bufferCodec);
