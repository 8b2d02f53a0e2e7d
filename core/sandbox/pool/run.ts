import type { CrossingError } from '../guest/protocol.ts';
import type { SandboxLimits } from '../limits.ts';
import type { SandboxFailure } from '../sandbox.errors.ts';
import type { AnyCall } from './any-call.ts';
import { failure, guestError } from './failures.ts';
import { createFeed } from './feed.ts';
import { answerItem, callItem, readOut } from './items.ts';
import type { ToChild } from './messages.ts';
import { openCall, type OpenCall } from './open-call.ts';

/** Calls of one administration on one plugin that share a fresh context. */
export type Run = {
  readonly mayTake: boolean;
  call(call: AnyCall): Promise<unknown>;
  /** What the guest hands back, as a JSON list. */
  hear(text: string): void;
  /** Everything under way fails. */
  lose(kind: SandboxFailure, reason: string): void;
  /** The plugin did not load; `error` is JSON. */
  refuse(error: string): void;
};
export type RunDeps = {
  readonly number: number;
  readonly code: { readonly id: string; readonly sha256: string };
  readonly limits: SandboxLimits;
  readonly tell: (message: ToChild) => void;
  /** The child does not answer. */
  readonly stalled: () => void;
  /** Nothing is under way and nothing may be added. */
  readonly over: () => void;
};

const IDLE_MS = 20;

export function createRun(deps: RunDeps): Run {
  const { number, code, limits, tell } = deps;
  const calls = new Map<number, OpenCall>();
  const feed = createFeed({ ...deps, run: number, stallMs: limits.cpuMs * 5 + 2_000 });
  const openUntil = performance.now() + limits.runMs;
  let taken = 0;
  let isOver = false;
  let hasExpressions = false;
  let idle: NodeJS.Timeout | undefined;
  const mayTake = () => !isOver && taken < limits.runCalls && performance.now() < openUntil;

  tell(['open', number, code.sha256]);

  function end(): void {
    isOver = true;
    clearTimeout(idle);
    feed.stop();
    deps.over();
  }

  function endWhenIdle(): void {
    if (isOver || calls.size > 0) return;
    end();
    tell(['close', number]);
  }

  function left(id: number): void {
    calls.delete(id);
    if (calls.size > 0 || isOver) return;
    clearTimeout(idle);
    if (mayTake()) idle = setTimeout(endWhenIdle, IDLE_MS);
    else endWhenIdle();
  }

  function failAll(error: () => Error): void {
    if (isOver) return;
    const lost = [...calls.values()];
    end();
    for (const one of lost) one.fail(error());
  }

  /** The guest has no timers: what waits for nothing of the host waits for ever. */
  function failStuck(): void {
    const open = [...calls.values()];
    if (!feed.isEmpty || open.some((one) => one.isAsking)) return;
    const reason = 'It waits for something that never comes.';
    for (const one of open) one.fail(failure(code.id, 'timeout', reason));
  }

  function needs({ target }: AnyCall): void {
    if (target.kind !== 'condition' || hasExpressions) return;
    hasExpressions = true;
    tell(['expressions', number]);
  }

  return {
    get mayTake() {
      return mayTake();
    },
    call(call) {
      const id = taken + 1;
      const text = callItem(id, call, limits.inputChars);
      taken = id;
      clearTimeout(idle);
      needs(call);
      const answer = (ask: number, result: { value?: unknown; error?: CrossingError }) => {
        if (!isOver) feed.push(answerItem(id, ask, result));
      };
      const opened = openCall(call, { limits, answer, left: () => left(id) });
      calls.set(id, opened.call);
      feed.push(text);
      return opened.result;
    },
    hear(text) {
      if (isOver) return;
      try {
        for (const item of readOut(text)) calls.get(item.id)?.hear(item);
      } catch {
        this.lose('threw', 'It hands back something that cannot be read.');
        return;
      }
      feed.answered();
      failStuck();
    },
    lose: (kind, reason) => failAll(() => failure(code.id, kind, reason)),
    refuse: (error) => failAll(() => guestError(code.id, error)),
  };
}
