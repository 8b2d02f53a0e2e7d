import type { OpenCall } from './open-call.ts';

/** The calls of a run that are under way, by number. */
export type Calls = {
  readonly count: number;
  add(id: number, call: OpenCall): void;
  get(id: number): OpenCall | undefined;
  remove(id: number): void;
  /** None of them waits for the host. */
  readonly nobodyAsks: boolean;
  failAll(error: () => Error): void;
};

export function createCalls(): Calls {
  const calls = new Map<number, OpenCall>();
  return {
    get count() {
      return calls.size;
    },
    add: (id, call) => void calls.set(id, call),
    get: (id) => calls.get(id),
    remove: (id) => void calls.delete(id),
    get nobodyAsks() {
      return ![...calls.values()].some((one) => one.isAsking);
    },
    failAll(error) {
      // Each takes itself out of the list while it fails.
      for (const one of Array.from(calls.values())) one.fail(error());
    },
  };
}
