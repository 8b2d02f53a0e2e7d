import type { SandboxLimits } from '../limits.ts';
import type { SandboxFailure } from '../sandbox.errors.ts';
import type { AnyCall } from './any-call.ts';
import { createCalls } from './calls.ts';
import { failure, guestError } from './failures.ts';
import { createFeed } from './feed.ts';
import { answerItem, callItem, readOut } from './items.ts';
import type { ToChild } from './messages.ts';
import { openCall, type OpenCall, type OpenCallDeps } from './open-call.ts';

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
/** What the child may need before it stops a guest by itself: loading and working, each with its limit. */
const stallOf = ({ cpuMs }: SandboxLimits) => cpuMs * 5 + 2_000;

export function createRun({ number, code, limits, tell, stalled, over }: RunDeps): Run {
  const calls = createCalls();
  const feed = createFeed({ run: number, tell, stalled, stallMs: stallOf(limits) });
  const openUntil = performance.now() + limits.runMs;
  const fail = (kind: SandboxFailure, reason: string) => () => failure(code.id, kind, reason);
  const needExpressions = once(() => tell(['expressions', number]));
  let taken = 0;
  let isOver = false;
  let idle: NodeJS.Timeout | undefined;
  const mayTake = () => !isOver && taken < limits.runCalls && performance.now() < openUntil;
  tell(['open', number, code.sha256]);

  function end(error?: () => Error): void {
    if (isOver) return;
    isOver = true;
    clearTimeout(idle);
    feed.stop();
    over();
    if (error) calls.failAll(error);
    else tell(['close', number]);
  }

  function left(id: number): void {
    calls.remove(id);
    if (calls.count > 0 || isOver) return;
    clearTimeout(idle);
    if (mayTake()) idle = setTimeout(() => end(), IDLE_MS);
    else end();
  }

  function add(call: AnyCall): OpenCall {
    const id = taken + 1;
    const text = callItem(id, call, limits.inputChars);
    taken = id;
    clearTimeout(idle);
    if (call.target.kind === 'condition') needExpressions();
    const answer: OpenCallDeps['answer'] = (ask, result) => feed.push(answerItem(id, ask, result));
    const opened = openCall(call, { limits, answer, left: () => left(id) });
    calls.add(id, opened);
    feed.push(text);
    return opened;
  }

  function hear(text: string): void {
    const items = readOut(text);
    if (!items) return end(fail('threw', 'It hands back something that cannot be read.'));
    for (const item of items) calls.get(item.id)?.hear(item);
    feed.answered();
    // The guest has no timers: what waits for nothing of the host waits for ever.
    const isStuck = !isOver && feed.isEmpty && calls.nobodyAsks;
    if (isStuck) calls.failAll(fail('timeout', 'It waits for something that never comes.'));
  }

  return {
    get mayTake() {
      return mayTake();
    },
    call: (call) => add(call).result,
    hear,
    lose: (kind, reason) => end(fail(kind, reason)),
    refuse: (error) => end(() => guestError(code.id, error)),
  };
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}
