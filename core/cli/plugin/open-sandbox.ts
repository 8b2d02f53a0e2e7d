import { destination } from 'pino';
import { createLog } from '../../http/observe/log.ts';
import type { Sandbox } from '../../sandbox/index.ts';

/** A sandbox for a command: what goes wrong is told on the error stream. */
export async function openSandbox(): Promise<Sandbox> {
  // Read when it is needed: it brings native code.
  const { createSandbox } = await import('../../sandbox/index.ts');
  return createSandbox({ log: createLog({ level: 'error', destination: destination(2) }) });
}

/** Lends the sandbox to a piece of work and closes it, whatever happens. */
export async function withSandbox<T>(work: (sandbox: Sandbox) => Promise<T>): Promise<T> {
  const sandbox = await openSandbox();
  try {
    return await work(sandbox);
  } finally {
    await sandbox.close();
  }
}
