import type { CrossingError, FromGuest } from '../guest/protocol.ts';
import type { SandboxLimits } from '../limits.ts';
import type { AnyCall } from './any-call.ts';
import { failure, guestError, hostErrorToData } from './failures.ts';
import { closeValue } from './items.ts';

/** One call while it is under way. */
export type OpenCall = {
  /** It waits for a host call. */
  readonly isAsking: boolean;
  hear(item: FromGuest): void;
  fail(error: Error): void;
};
export type OpenCallDeps = {
  readonly limits: SandboxLimits;
  /** Hands the result of a host call to the guest. */
  readonly answer: (ask: number, result: { value?: unknown; error?: CrossingError }) => void;
  /** It is no longer under way. */
  readonly left: () => void;
};

export function openCall(
  call: AnyCall,
  { limits, answer, left }: OpenCallDeps,
): { call: OpenCall; result: Promise<unknown> } {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const plugin = call.code.id;
  const asked = new Map<number, Promise<void>>();
  const hostErrors = new Map<number, unknown>();
  let asking = 0;
  let lines = 0;
  let isOver = false;
  const timer = setTimeout(
    () => fail(failure(plugin, 'timeout', 'It took too long.')),
    limits.wallMs,
  );

  function leave(act: () => void): void {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    left();
    act();
  }
  const fail = (error: unknown) => leave(() => reject(error as Error));

  /** A host call that nobody waited for is still part of the call. */
  const succeed = (value: unknown) =>
    leave(() => void Promise.all(asked.values()).then(() => resolve(value)));

  async function ask(number: number, path: string, args: readonly unknown[]): Promise<void> {
    asking += 1;
    try {
      const value = await call.hostCalls(path, args);
      if (!isOver) answer(number, { value });
    } catch (error) {
      hostErrors.set(number, error);
      if (!isOver) answer(number, { error: hostErrorToData(error) });
    }
    asking -= 1;
  }

  function log({ level, details, text }: Extract<FromGuest, { k: 'log' }>): void {
    lines += 1;
    const isLevel = level === 'info' || level === 'warn' || level === 'error';
    if (lines > limits.logLines || !isLevel || typeof text !== 'string') return;
    const line = [closeValue(details), text.slice(0, 500)];
    call.hostCalls(`tools.log.${level}`, line).catch(() => undefined);
  }

  function threw(error: CrossingError | undefined): void {
    const own = error?.ask;
    if (own !== undefined && hostErrors.has(own)) fail(hostErrors.get(own));
    else fail(guestError(plugin, error));
  }

  return {
    result: promise,
    call: {
      get isAsking() {
        return asking > 0;
      },
      fail,
      hear(item) {
        if (isOver) return;
        if (item.k === 'done') succeed(closeValue(item.value));
        else if (item.k === 'threw') threw(item.error);
        else if (item.k === 'log') log(item);
        else if (asked.size >= limits.hostCalls || asked.has(item.ask)) {
          fail(failure(plugin, 'flood', `It asks more than ${limits.hostCalls} times.`));
        } else asked.set(item.ask, ask(item.ask, item.path, closeValue(item.args) as unknown[]));
      },
    },
  };
}
