import type { SandboxLimits } from '../limits.ts';
import type { AnyCall } from './any-call.ts';
import type { FromChild } from './messages.ts';
import { createRun, type Run } from './run.ts';
import type { Child } from './start-child.ts';

/** A process while it serves one agency. It is never given to another. */
export type AgencyProcess = {
  readonly agencyId: string;
  readonly since: number;
  /** Runs that are open; while there are any, something may be under way. */
  readonly openRuns: number;
  call(call: AnyCall): Promise<unknown>;
  hear(message: FromChild): void;
  /** It ended, or is about to: everything under way fails. */
  end(reason: string): void;
};
export type AgencyProcessDeps = {
  readonly agencyId: string;
  readonly child: Child;
  readonly limits: SandboxLimits;
  /** A run ended. */
  readonly freed: () => void;
};

export function createAgencyProcess(deps: AgencyProcessDeps): AgencyProcess {
  const { agencyId, child, limits } = deps;
  const runs = new Map<number, Run>();
  const current = new Map<string, Run>();
  const known = new Set<string>();
  let count = 0;

  function newRun({ code }: AnyCall): Run {
    if (!known.has(code.sha256)) {
      child.tell(['code', code.sha256, code.source]);
      known.add(code.sha256);
    }
    count += 1;
    const number = count;
    const run = createRun({
      number,
      code,
      limits,
      tell: child.tell,
      stalled: () => child.kill(),
      over() {
        runs.delete(number);
        deps.freed();
      },
    });
    runs.set(number, run);
    return run;
  }

  return {
    agencyId,
    since: performance.now(),
    get openRuns() {
      return runs.size;
    },
    async call(call) {
      const key = `${call.administrationId ?? ''}/${call.code.sha256}`;
      const known = current.get(key);
      const run = known?.mayTake ? known : newRun(call);
      current.set(key, run);
      return run.call(call);
    },
    hear([what, ...rest]) {
      const [number, one, two] = rest as [number, string, string];
      const run = runs.get(number);
      if (what === 'out') run?.hear(one);
      else if (what === 'lost') run?.lose(one as never, two);
      else if (what === 'refused') run?.refuse(one);
    },
    end(reason) {
      for (const run of runs.values()) run.lose('crash', reason);
    },
  };
}
