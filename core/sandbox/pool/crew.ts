import type { SandboxLimits } from '../limits.ts';
import { SandboxClosedError } from '../sandbox.errors.ts';
import { type AgencyProcess, createAgencyProcess } from './agency-process.ts';
import type { AnyCall } from './any-call.ts';
import { createLine } from './line.ts';
import type { ChildSetup } from './messages.ts';
import { createSpares } from './spares.ts';
import type { Child } from './start-child.ts';

/** The processes. An agency has one at most; who finds none free waits in line. */
export type Crew = {
  call(call: AnyCall): Promise<unknown>;
  close(): Promise<void>;
};
export type CrewDeps = {
  readonly setup: ChildSetup;
  readonly limits: SandboxLimits;
  /** How many agencies are served at once. */
  readonly processes: number;
  readonly log: { warn(details: object, text: string): void };
};

type Working = { readonly process: AgencyProcess; readonly child: Child };

/** How long an agency keeps its process while others wait in line. */
const HOLD_MS = 500;

export function createCrew({ setup, limits, processes, log }: CrewDeps): Crew {
  const working = new Map<string, Working>();
  const spares = createSpares(setup);
  const line = createLine((agencyId) => find(agencyId) !== null);
  let isClosed = false;

  function serve(agencyId: string): Working {
    const child = spares.take();
    const process = createAgencyProcess({ agencyId, child, limits, freed: line.move });
    const one = { process, child };
    working.set(agencyId, one);
    child.serve(process.hear, () => {
      const wasWorking = working.get(agencyId) === one && working.delete(agencyId);
      if (wasWorking) log.warn({ agencyId }, 'a process for plugins of others ended');
      process.end('Its process ended while it worked.');
      line.move();
    });
    return one;
  }

  /** The process of that agency, a new one, or null when it has to wait. */
  function find(agencyId: string): Working | null {
    const own = working.get(agencyId);
    const heldLong = own && performance.now() - own.process.since > HOLD_MS;
    if (own) return heldLong && line.hasOthers(agencyId) ? null : own;
    if (working.size >= processes && !dismissIdle()) return null;
    return serve(agencyId);
  }

  /** Makes room. A process is never handed on: whatever its code did to it ends with it. */
  function dismissIdle(): boolean {
    for (const [agencyId, { process, child }] of working) {
      if (process.openRuns > 0) continue;
      working.delete(agencyId);
      child.kill();
      return true;
    }
    return false;
  }

  async function call(one: AnyCall): Promise<unknown> {
    if (isClosed) throw new SandboxClosedError('The sandbox is closed.');
    const found = find(one.agencyId);
    if (found) return found.process.call(one);
    await line.stand(one.agencyId);
    return call(one);
  }

  return {
    call,
    async close() {
      isClosed = true;
      line.disband();
      for (const { process, child } of working.values()) {
        process.end('The sandbox was closed.');
        child.kill();
      }
      working.clear();
      spares.close();
    },
  };
}
