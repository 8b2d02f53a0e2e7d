/** What a reader of a large file hands on now and then instead of a statement: others may go first. */
export type Pause = null;

/** Reads on in turns, so that a large file keeps nobody waiting: at each pause others get theirs. */
export async function* givingWay<One>(steps: Iterable<One | Pause>): AsyncGenerator<One> {
  for (const step of steps) {
    if (step === null) await othersFirst();
    else yield step;
  }
}

/** Reads on without a break, for whoever has nothing else to do. */
export function* withoutPauses<One>(steps: Iterable<One | Pause>): Generator<One> {
  for (const step of steps) if (step !== null) yield step;
}

/** Everything that came in meanwhile is dealt with before this resolves. */
export const othersFirst = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
