import { DomainError } from '@inning/sdk';

/** Ways to fail that cost others time or room; a plugin that merely throws does not. */
const KINDS: ReadonlySet<unknown> = new Set(['crash', 'timeout', 'memory', 'flood']);

export const hurtsOthers = (error: unknown): error is DomainError =>
  error instanceof DomainError &&
  error.code === 'SANDBOX_FAILED' &&
  KINDS.has(error.details['kind']);
