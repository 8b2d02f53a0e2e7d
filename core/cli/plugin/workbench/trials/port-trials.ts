import { isPortName } from '@inning/sdk';
import { contractOf, type PortBench } from '@inning/sdk/testing';
import type { Workbench } from '../open-workbench.ts';
import { openPort } from '../open-port.ts';
import type { Trial } from '../trial.ts';

/** The contract of every port that the plugin provides. */
export function portTrials(bench: Workbench, watch: (opened: PortBench) => void): Trial[] {
  return bench.description.ports.flatMap((port): Trial[] => {
    if (!isPortName(port)) {
      const problem = `there is no port "${port}"`;
      return [{ about: 'contract', name: `${port} is a port`, run: async () => problem }];
    }
    const open = openPort(bench, port, watch);
    return contractOf(port).checks.map(({ about, name, run }) => ({
      about,
      name: `${port}: ${name}`,
      async run() {
        await run(open);
        return null;
      },
    }));
  });
}
