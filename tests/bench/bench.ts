/** What a benchmark prints: plain numbers by name. */
export type Figures = Readonly<Record<string, number>>;

export type BenchRun = {
  /** How much of whatever the benchmark works on. */
  readonly size: number;
  /** Progress for a person who waits; silent with `--json`. */
  readonly say: (line: string) => void;
};

export type Bench = {
  readonly size: number;
  run(run: BenchRun): Promise<Figures>;
};

/** Seconds that the work took, with its answer. */
export async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; answer: T }> {
  const start = performance.now();
  const answer = await work();
  return { seconds: (performance.now() - start) / 1_000, answer };
}

export const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits));
