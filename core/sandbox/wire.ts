/**
 * Values as they cross the border: JSON, in which a moment and bytes have a form of their own. Shared
 * by host and guest; what only one of them can do is handed in.
 */
export type BytesCodec = {
  toBase64(bytes: Uint8Array): string;
  fromBase64(text: string): Uint8Array;
};

const MOST_DEEP = 60;
const MARKS = new Set(['$date', '$bytes', '$object']);
/** Never taken over: written to a plain object it would be its prototype. */
const REFUSED = '__proto__';

/** Plain data of what was given: methods, symbols and `undefined` stay behind. */
export function toWire(value: unknown, codec: BytesCodec, depth = 0): unknown {
  if (typeof value === 'object' && value !== null) return objectToWire(value, codec, depth);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  const isPlain = value === null || typeof value === 'string' || typeof value === 'boolean';
  return isPlain ? value : undefined;
}

function objectToWire(value: object, codec: BytesCodec, depth: number): unknown {
  if (depth > MOST_DEEP) throw new TypeError('A value that crosses is nested too deeply.');
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof Uint8Array) return { $bytes: codec.toBase64(value) };
  if (Array.isArray(value)) return value.map((one) => toWire(one, codec, depth + 1) ?? null);
  const plain: Record<string, unknown> = {};
  let isMarked = false;
  for (const key of Object.keys(value)) {
    if (key === REFUSED) continue;
    const crossing = toWire((value as Record<string, unknown>)[key], codec, depth + 1);
    if (crossing === undefined) continue;
    plain[key] = crossing;
    isMarked ||= MARKS.has(key);
  }
  return isMarked ? { $object: plain } : plain;
}

/** What crossed, as new plain values. A key that would become a prototype is left out. */
export function fromWire(value: unknown, codec: BytesCodec, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MOST_DEEP * 2) throw new TypeError('A value that crosses is nested too deeply.');
  if (Array.isArray(value)) return value.map((one) => fromWire(one, codec, depth + 1));
  const { $date, $bytes, $object } = value as Record<string, unknown>;
  if (typeof $date === 'number') return new Date($date);
  if (typeof $bytes === 'string') return codec.fromBase64($bytes);
  return fields($object ?? value, codec, depth);
}

function fields(given: unknown, codec: BytesCodec, depth: number): unknown {
  if (typeof given !== 'object' || given === null) return {};
  const plain: Record<string, unknown> = {};
  for (const key of Object.keys(given)) {
    if (key === REFUSED) continue;
    plain[key] = fromWire((given as Record<string, unknown>)[key], codec, depth + 1);
  }
  return plain;
}
