import { randomInt } from 'node:crypto';

export type SeededRandom = {
  readonly seed: number;
  /** A whole number from `from` up to and including `to`. */
  between(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
};

/** Chance that can be had again: the seed is printed, and `FAULTS_SEED` sets it. */
export function seededRandom(): SeededRandom {
  const wanted = Number.parseInt(process.env['FAULTS_SEED'] ?? '', 10);
  const seed = Number.isNaN(wanted) ? randomInt(1, 2 ** 31) : wanted;
  let state = seed;
  // Mulberry32: small, and good enough to choose moments.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return { seed, between, pick: (from) => from[between(0, from.length - 1)] as never };
}
