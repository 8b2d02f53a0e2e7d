import type { ErrorDetails } from '@inning/sdk';
import type { CrossingError } from '../guest/protocol.ts';
import { GuestRefusedError, SandboxFailedError, type SandboxFailure } from '../sandbox.errors.ts';

const CODE = /^[A-Z][A-Z0-9_]{1,59}$/;
const MOST_CHARS = 500;

/** What the reader of a step sees when code of others failed. */
export function failure(plugin: string, kind: SandboxFailure, reason: string): SandboxFailedError {
  const said = kind === 'threw' ? 'failed' : 'was stopped';
  return new SandboxFailedError(kind, `The plugin ${plugin} ${said}: ${reason}`, { plugin });
}

/** An error of the guest as ours; what it says is taken as text and cut to size. `given` may be JSON. */
export function guestError(plugin: string, given: unknown): Error {
  const error = typeof given === 'string' ? parse(given) : given;
  const { message, code, status, retryable, details, limit } = (error ??
    {}) as Partial<CrossingError>;
  const text = typeof message === 'string' ? message.slice(0, MOST_CHARS) : 'It gave no reason.';
  if (limit === 'flood') return failure(plugin, 'flood', text);
  if (typeof code !== 'string' || !CODE.test(code)) return failure(plugin, 'threw', text);
  const isStatus = Number.isInteger(status) && Number(status) >= 400 && Number(status) < 600;
  return new GuestRefusedError({
    code,
    status: isStatus ? Number(status) : 422,
    retryable: retryable === true,
    message: text,
    details: facts(details),
  });
}

/** An error of the host on its way to a guest: ours with all it says, others without. */
export function hostErrorToData(error: unknown): CrossingError {
  if (!(error instanceof Error) || !('code' in error) || !('status' in error)) {
    return { message: 'The platform could not do this.' };
  }
  const { message, code, status, retryable, details } = error as Error & CrossingError;
  return {
    message,
    code: String(code),
    status: Number(status),
    retryable: retryable === true,
    details: facts(details),
  };
}

function facts(details: unknown): ErrorDetails {
  const kept: Record<string, string | number | boolean | null> = {};
  if (typeof details !== 'object' || details === null) return kept;
  for (const [name, value] of Object.entries(details).slice(0, 20)) {
    if (name === '__proto__') continue;
    if (typeof value === 'string') kept[name] = value.slice(0, MOST_CHARS);
    else if (value === null || typeof value === 'number' || typeof value === 'boolean') {
      kept[name] = value;
    }
  }
  return kept;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
