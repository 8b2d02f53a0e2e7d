import type { ErrorDetails } from '@inning/sdk';
import type { CrossingError } from './protocol.ts';

const MOST_CHARS = 500;
const MOST_DETAILS = 20;
/** From which host call of its call an error came: thrown on, the host finds its own error again. */
const askOf = new WeakMap<object, number>();

/** Anything that was thrown, as data. Looks at it carefully: it may be made to bite. */
export function errorToData(thrown: unknown): CrossingError {
  try {
    if (typeof thrown !== 'object' || thrown === null) return { message: cut(thrown) };
    const { message, code, status, retryable, details, limit } = thrown as Record<string, unknown>;
    const ask = askOf.get(thrown);
    const data = {
      message: cut(message ?? 'It threw something that is no error.'),
      ...(ask === undefined ? {} : { ask }),
      ...(limit === 'flood' ? { limit: 'flood' as const } : {}),
    };
    if (typeof code !== 'string' || typeof status !== 'number') return data;
    return {
      ...data,
      code: cut(code),
      status,
      retryable: retryable === true,
      details: facts(details),
    };
  } catch {
    return { message: 'It threw something that cannot be read.' };
  }
}

/** An error of the host as the guest sees it. */
export function dataToError(
  { message, code, status, retryable, details }: CrossingError,
  ask: number,
) {
  const error = new Error(message);
  if (code !== undefined) Object.assign(error, { name: code, code, status, retryable, details });
  askOf.set(error, ask);
  return error;
}

function facts(details: unknown): ErrorDetails {
  const kept: Record<string, string | number | boolean | null> = {};
  if (typeof details !== 'object' || details === null) return kept;
  for (const [name, value] of Object.entries(details).slice(0, MOST_DETAILS)) {
    if (typeof value === 'string') kept[cut(name)] = cut(value);
    else if (typeof value === 'number' || typeof value === 'boolean' || value === null) {
      kept[cut(name)] = value;
    }
  }
  return kept;
}

const cut = (value: unknown): string => String(value).slice(0, MOST_CHARS);
