/** Many numbers per text, in a few whole arrays: a million entries take some 25 MB. */
export type HashIndex = {
  add(key: string, value: number): void;
  /** The values under a key, last added first, at most `most`; a shared empty list when there are none. */
  find(key: string, most?: number): readonly number[];
  /** Whether at least one value stands under the key. */
  has(key: string): boolean;
};

const NONE: readonly number[] = [];
const FIRST_SIZE = 1 << 10;

/**
 * Keeps two hashes of 32 bits instead of the key: in a million entries the chance that a text meets
 * another one's entry is below 1 in 10^12, so keys need not be stored to be compared.
 */
export function createHashIndex(): HashIndex {
  let heads = new Int32Array(FIRST_SIZE * 2).fill(-1);
  let next = new Int32Array(FIRST_SIZE);
  let checks = new Int32Array(FIRST_SIZE);
  let slots = new Int32Array(FIRST_SIZE);
  let values = new Int32Array(FIRST_SIZE);
  let size = 0;

  function grow(): void {
    next = larger(next);
    checks = larger(checks);
    slots = larger(slots);
    values = larger(values);
    heads = new Int32Array(heads.length * 2).fill(-1);
    for (let entry = 0; entry < size; entry += 1) link(entry);
  }

  function link(entry: number): void {
    const slot = (slots[entry] ?? 0) & (heads.length - 1);
    next[entry] = heads[slot] ?? -1;
    heads[slot] = entry;
  }

  function first(key: string): { entry: number; check: number } {
    const hash = hashOf(key, 0x811c9dc5);
    return { entry: heads[hash & (heads.length - 1)] ?? -1, check: hashOf(key, 0x2545f491) };
  }

  return {
    add(key, value) {
      if (size === values.length) grow();
      slots[size] = hashOf(key, 0x811c9dc5);
      checks[size] = hashOf(key, 0x2545f491);
      values[size] = value;
      link(size);
      size += 1;
    },
    find(key, most = 200) {
      const { entry: start, check } = first(key);
      let found: number[] | null = null;
      for (let entry = start; entry >= 0; entry = next[entry] ?? -1) {
        if (checks[entry] !== check) continue;
        (found ??= []).push(values[entry] ?? 0);
        if (found.length >= most) break;
      }
      return found ?? NONE;
    },
    has(key) {
      const { entry: start, check } = first(key);
      for (let entry = start; entry >= 0; entry = next[entry] ?? -1) {
        if (checks[entry] === check) return true;
      }
      return false;
    },
  };
}

function larger(column: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(column.length * 2);
  grown.set(column);
  return grown;
}

function hashOf(key: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
