import { destination } from 'pino';
import { createLog } from '../../http/observe/log.ts';
import type { Describer } from '../../packages/index.ts';

type Sandbox = Describer & { close(): Promise<void> };
type SandboxRoom = { createSandbox(deps: { readonly log: unknown }): Sandbox };

// Read when it is needed: starting it costs more than all the rest of a command.
const ROOM = new URL('../../sandbox/index.ts', import.meta.url).href;

/** Lends the sandbox to a piece of work and closes it, whatever happens. */
export async function withSandbox<T>(work: (sandbox: Describer) => Promise<T>): Promise<T> {
  const { createSandbox } = (await import(ROOM)) as SandboxRoom;
  const sandbox = createSandbox({ log: createLog({ level: 'warn', destination: destination(2) }) });
  try {
    return await work(sandbox);
  } finally {
    await sandbox.close();
  }
}
