import type { CrossingError } from '../guest/protocol.ts';
import type { HostCalls } from '../sandbox.ts';
import { hostErrorToData } from './failures.ts';

export type AskResult = { readonly value?: unknown; readonly error?: CrossingError };
export type Asked = { readonly number: number; readonly path: string; readonly args: unknown[] };

/** The host calls of one call on a guest. */
export type HostAsks = {
  /** How many are under way. */
  readonly open: number;
  /** False when it is one too many, or one that was made before. */
  begin(asked: Asked): boolean;
  /** What that host call ended with, in the host's own words. */
  errorOf(number: number): unknown;
  /** All that were begun have ended. */
  settled(): Promise<unknown>;
};

export function createHostAsks(
  hostCalls: HostCalls,
  { most, answer }: { most: number; answer: (number: number, result: AskResult) => void },
): HostAsks {
  const begun = new Map<number, Promise<void>>();
  const errors = new Map<number, unknown>();
  let open = 0;

  async function run({ number, path, args }: Asked): Promise<void> {
    open += 1;
    let result: AskResult;
    try {
      result = { value: await hostCalls(path, args) };
    } catch (error) {
      errors.set(number, error);
      result = { error: hostErrorToData(error) };
    }
    open -= 1;
    answer(number, result);
  }

  return {
    get open() {
      return open;
    },
    begin(asked) {
      if (begun.size >= most || begun.has(asked.number)) return false;
      begun.set(asked.number, run(asked));
      return true;
    },
    errorOf: (number) => errors.get(number),
    settled: () => Promise.all(begun.values()),
  };
}
