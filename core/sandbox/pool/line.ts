import { SandboxClosedError } from '../sandbox.errors.ts';

type Waiting = { readonly agencyId: string; readonly go: () => void; readonly stop: () => void };

/** Calls of agencies that have no process at the moment, in the order they came. */
export function createLine(mayGo: (agencyId: string) => boolean) {
  const waiting: Waiting[] = [];

  function move(): void {
    const refused = new Set<string>();
    for (const one of Array.from(waiting)) {
      if (refused.has(one.agencyId)) continue;
      if (!mayGo(one.agencyId)) {
        refused.add(one.agencyId);
        continue;
      }
      waiting.splice(waiting.indexOf(one), 1);
      one.go();
    }
  }

  return {
    /** Resolves when it is this one's turn. Throws `SandboxClosedError`. */
    stand(agencyId: string): Promise<void> {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const stop = () => reject(new SandboxClosedError('The sandbox is closed.'));
      waiting.push({ agencyId, go: resolve, stop });
      return promise;
    },
    hasOthers: (agencyId: string) => waiting.some((one) => one.agencyId !== agencyId),
    /** Something became free. */
    move,
    disband(): void {
      for (const one of waiting.splice(0)) one.stop();
    },
  };
}
