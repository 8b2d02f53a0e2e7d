import type { SandboxLimits } from '../limits.ts';
import { SandboxClosedError } from '../sandbox.errors.ts';
import { type AgencyProcess, createAgencyProcess } from './agency-process.ts';
import type { AnyCall } from './any-call.ts';
import type { ChildSetup, FromChild } from './messages.ts';
import { type Child, startChild } from './start-child.ts';

/** The processes. An agency has one at most; who finds none free waits in line. */
export type Crew = {
  call(call: AnyCall): Promise<unknown>;
  close(): Promise<void>;
};
export type CrewDeps = {
  readonly setup: ChildSetup;
  readonly limits: SandboxLimits;
  readonly processes: number;
  readonly log: { warn(details: object, text: string): void };
};

type Spare = {
  readonly child: Child;
  serve: ((message: FromChild) => void) | null;
  isGone: boolean;
};
type Working = { readonly process: AgencyProcess; readonly child: Child };

/** How long an agency keeps its process while others wait in line. */
const HOLD_MS = 500;

export function createCrew({ setup, limits, processes, log }: CrewDeps): Crew {
  const working = new Map<string, Working>();
  const line: { readonly agencyId: string; readonly go: () => void; readonly stop: () => void }[] =
    [];
  let spare: Spare | null = null;
  let isClosed = false;

  /** A process that has not seen any code yet; one is kept ready, since starting takes a while. */
  function takeSpare(): Spare {
    const taken = spare && !spare.isGone ? spare : startSpare();
    spare = startSpare();
    return taken;
  }

  function startSpare(): Spare {
    const made: { -readonly [K in keyof Spare]: Spare[K] } = {
      child: null as never,
      serve: null,
      isGone: false,
    };
    made.child = startChild(setup, {
      hears: (message) => made.serve?.(message),
      gone() {
        made.isGone = true;
        leave(made.child);
      },
    });
    return made;
  }

  function leave(child: Child): void {
    for (const [agencyId, one] of working) {
      if (one.child !== child) continue;
      working.delete(agencyId);
      log.warn({ agencyId }, 'a process for plugins of others ended');
      one.process.end('Its process ended while it worked.');
    }
    nextInLine();
  }

  function serve(agencyId: string): Working {
    const taken = takeSpare();
    const process = createAgencyProcess({
      agencyId,
      child: taken.child,
      limits,
      freed: nextInLine,
    });
    taken.serve = (message) => process.hear(message);
    const one = { process, child: taken.child };
    working.set(agencyId, one);
    return one;
  }

  /** The process of that agency, a new one, or null when it has to wait. */
  function find(agencyId: string): Working | null {
    const own = working.get(agencyId);
    const othersWait = line.some((one) => one.agencyId !== agencyId);
    if (own) return othersWait && performance.now() - own.process.since > HOLD_MS ? null : own;
    if (working.size >= processes && !dismissIdle()) return null;
    return serve(agencyId);
  }

  function dismissIdle(): boolean {
    for (const [agencyId, { process, child }] of working) {
      if (process.openRuns > 0) continue;
      working.delete(agencyId);
      child.kill();
      return true;
    }
    return false;
  }

  function nextInLine(): void {
    const [first] = line;
    if (!first || isClosed || !find(first.agencyId)) return;
    line.shift();
    first.go();
    nextInLine();
  }

  return {
    async call(call) {
      if (isClosed) throw new SandboxClosedError('The sandbox is closed.');
      const found = find(call.agencyId);
      if (found) return found.process.call(call);
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const stop = () => reject(new SandboxClosedError('The sandbox is closed.'));
      line.push({ agencyId: call.agencyId, go: resolve, stop });
      await promise;
      return this.call(call);
    },
    async close() {
      isClosed = true;
      for (const one of line.splice(0)) one.stop();
      for (const { process, child } of working.values()) {
        process.end('The sandbox was closed.');
        child.kill();
      }
      spare?.child.kill();
    },
  };
}
