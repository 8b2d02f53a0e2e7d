import { destination } from 'pino';
import { createLog } from '../../http/observe/log.ts';
import type { Describer } from '../../packages/index.ts';

/** Lends the sandbox to a piece of work and closes it, whatever happens. */
export async function withSandbox<T>(work: (sandbox: Describer) => Promise<T>): Promise<T> {
  // Read when it is needed: it brings native code.
  const { createSandbox } = await import('../../sandbox/index.ts');
  const log = createLog({ level: 'error', destination: destination(2) });
  const sandbox = createSandbox({ log });
  try {
    return await work(sandbox);
  } finally {
    await sandbox.close();
  }
}
