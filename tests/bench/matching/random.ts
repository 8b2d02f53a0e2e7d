/** Chance that is the same in every run: mulberry32, from a seed. */
export type Random = {
  next(): number;
  int(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  chance(part: number): boolean;
  digits(length: number): string;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    pick: (from) => from[int(0, from.length - 1)]!,
    chance: (part) => next() < part,
    digits: (length) => Array.from({ length }, () => int(0, 9)).join(''),
  };
}
