import { toWire } from '../wire.ts';
import { base64 } from './base64.ts';
import { dataToError } from './guest-errors.ts';
import type { AnswerItem, FromGuest } from './protocol.ts';

/** Asks the host on behalf of one call. */
export type Ask = {
  call(path: string, args: readonly unknown[]): Promise<unknown>;
  log(level: string, details: unknown, text: unknown): void;
};

type Waiting = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};
type OfCall = {
  asked: number;
  lines: number;
  flood: string | null;
  readonly waiting: Map<number, Waiting>;
};
type Limits = {
  readonly hostCalls: number;
  readonly logLines: number;
  readonly say: (item: FromGuest) => void;
};

const LOG_CHARS = 500;

/** The host calls that are under way, by call. A call that asks too often is over. */
export function createAsks({ hostCalls, logLines, say }: Limits) {
  const calls = new Map<number, OfCall>();

  function ask(id: number, of: OfCall, [path, args]: readonly [string, readonly unknown[]]) {
    return new Promise<unknown>((resolve, reject) => {
      of.asked += 1;
      if (of.asked > hostCalls) {
        of.flood = `It asks the platform for something more than ${hostCalls} times.`;
        reject(new Error(of.flood));
        return;
      }
      of.waiting.set(of.asked, { resolve, reject });
      say({ k: 'ask', id, ask: of.asked, path, args: toWire(args, base64) });
    });
  }

  function log(id: number, of: OfCall, [level, details, text]: readonly unknown[]): void {
    of.lines += 1;
    if (of.lines > logLines) return;
    const line = String(text).slice(0, LOG_CHARS);
    say({ k: 'log', id, level: String(level), details: toWire(details, base64) ?? {}, text: line });
  }

  return {
    of(id: number): Ask {
      const of: OfCall = { asked: 0, lines: 0, flood: null, waiting: new Map() };
      calls.set(id, of);
      return {
        call: (path, args) => ask(id, of, [path, args]),
        log: (level, details, text) => log(id, of, [level, details, text]),
      };
    },
    settle(answer: AnswerItem, value: unknown): void {
      const of = calls.get(answer.id);
      const waiting = of?.waiting.get(answer.ask);
      of?.waiting.delete(answer.ask);
      if (answer.error) waiting?.reject(dataToError(answer.error, answer.ask));
      else waiting?.resolve(value);
    },
    overdrawn: (id: number): string | null => calls.get(id)?.flood ?? null,
    forget: (id: number): void => void calls.delete(id),
  };
}
