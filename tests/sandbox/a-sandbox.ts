import { afterAll } from 'vitest';
import { createSandbox, type Sandbox, type SandboxLimits } from '../../core/sandbox/index.ts';

/** A sandbox with short limits, closed after the file's tests. */
export function aSandbox(limits: Partial<SandboxLimits> = {}, processes = 3): Sandbox {
  const log = { warn: () => undefined };
  const sandbox = createSandbox({ log, limits: { cpuMs: 300, ...limits }, processes });
  afterAll(() => sandbox.close());
  return sandbox;
}

/** `kind: reason` of how it failed, or what it answered. */
export async function endOf(call: Promise<unknown>): Promise<unknown> {
  try {
    return { answered: await call };
  } catch (error) {
    const { name, kind, code, message } = error as Error & { kind?: string; code?: string };
    return { name, kind, code, message };
  }
}
