import type { PortName } from '@inning/sdk';
import { aScope, createFakeOutside, fakeTools, type PortBench } from '@inning/sdk/testing';
import { hostCallsOf } from '../../../sandbox/index.ts';
import type { Workbench } from './open-workbench.ts';
import { settingsOf } from './settings-of.ts';

/** Opens the connector in the sandbox for one check, with an outside world and a memory of its own. */
export function openPort(
  bench: Workbench,
  port: PortName,
  watch: (opened: PortBench) => void = () => undefined,
): () => Promise<PortBench> {
  const { code, description, examples, apis, files, sandbox } = bench;
  return async () => {
    const outside = createFakeOutside({
      recorded: examples.outside?.recorded ?? [],
      apis,
      hosts: description.permissions.hosts,
    });
    const settings = settingsOf(bench);
    const tools = fakeTools({ settings, outside });
    const call = (method: string, ...args: readonly unknown[]) =>
      sandbox.run({
        agencyId: aScope.agencyId ?? '',
        administrationId: aScope.administrationId,
        code,
        target: { kind: 'port', port, method, settings },
        input: args,
        settings,
        hostCalls: hostCallsOf({ tools }),
        now: tools.clock.now(),
      });
    const opened = {
      isIdempotent: (await call('isIdempotent').catch(() => false)) === true,
      outside,
      files,
      samples: examples.samples ?? {},
      call,
    };
    watch(opened);
    return opened;
  };
}
