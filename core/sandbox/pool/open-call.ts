import type { CrossingError, FromGuest } from '../guest/protocol.ts';
import type { SandboxLimits } from '../limits.ts';
import type { AnyCall } from './any-call.ts';
import { failure, guestError } from './failures.ts';
import { type AskResult, createHostAsks } from './host-asks.ts';

/** One call while it is under way. */
export type OpenCall = {
  /** It waits for a host call. */
  readonly isAsking: boolean;
  readonly result: Promise<unknown>;
  hear(item: FromGuest): void;
  fail(error: unknown): void;
};
export type OpenCallDeps = {
  readonly limits: SandboxLimits;
  /** Hands the result of a host call to the guest; only while the call is under way. */
  readonly answer: (ask: number, result: AskResult) => void;
  /** It is no longer under way. */
  readonly left: () => void;
};

const LINE_CHARS = 500;

export function openCall(call: AnyCall, { limits, answer, left }: OpenCallDeps): OpenCall {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const plugin = call.code.id;
  const log = logOf(call, limits.logLines);
  const asks = createHostAsks(call.hostCalls, {
    most: limits.hostCalls,
    answer: (number, result) => void (isOver || answer(number, result)),
  });
  const tooLong = () => fail(failure(plugin, 'timeout', 'It took too long.'));
  const timer = setTimeout(tooLong, limits.wallMs);
  let isOver = false;

  function leave(act: () => void): void {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    left();
    act();
  }
  const fail = (error: unknown) => leave(() => reject(error as Error));

  function threw(error: CrossingError | undefined): void {
    const own = error?.ask === undefined ? undefined : asks.errorOf(error.ask);
    fail(own ?? guestError(plugin, error));
  }

  function asked({ ask, path, args }: Extract<FromGuest, { k: 'ask' }>): void {
    const isBegun = asks.begin({ number: ask, path, args: args as unknown[] });
    if (!isBegun) fail(failure(plugin, 'flood', `It asks more than ${limits.hostCalls} times.`));
  }

  return {
    get isAsking() {
      return asks.open > 0;
    },
    result: promise,
    fail,
    hear(item) {
      if (isOver) return;
      if (item.k === 'ask') asked(item);
      else if (item.k === 'log') log(item);
      else if (item.k === 'threw') threw(item.error);
      // A host call that nobody waited for is still part of the call.
      else leave(() => void asks.settled().then(() => resolve(item.value)));
    },
  };
}

/** Lines of a guest for the log: so many and so long, and lost when nobody takes them. */
function logOf({ hostCalls }: AnyCall, most: number) {
  let lines = 0;
  return ({ level, details, text }: Extract<FromGuest, { k: 'log' }>): void => {
    lines += 1;
    const isLevel = level === 'info' || level === 'warn' || level === 'error';
    if (lines > most || !isLevel || typeof text !== 'string') return;
    const line = [details, text.slice(0, LINE_CHARS)];
    hostCalls(`tools.log.${level}`, line).catch(() => undefined);
  };
}
