import { DomainError } from '@inning/sdk';
import { UsageError } from '../cli.errors.ts';
import type { ExitCode } from '../command.ts';

export type Failure = { readonly exitCode: ExitCode; readonly message: string };

/** What a command that threw says, and how it ends. Only a mistake of ours shows where it is. */
export function explainFailure(error: unknown): Failure {
  if (error instanceof DomainError) return { exitCode: exitCodeOf(error), message: error.message };
  const known = explainSystemError(error as NodeJS.ErrnoException);
  if (known) return known;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { exitCode: 1, message: `This went wrong unexpectedly: ${text}` };
}

function exitCodeOf(error: DomainError): ExitCode {
  if (error instanceof UsageError || error.code === 'CONFIG_INVALID') return 2;
  return error.status === 404 ? 3 : 1;
}

function explainSystemError({ code, path, syscall }: NodeJS.ErrnoException): Failure | null {
  if (code === 'ENOENT' && path) return { exitCode: 3, message: `There is no file ${path}.` };
  if (code === 'EISDIR') return { exitCode: 2, message: 'That is a folder; name files.' };
  if (code === 'EADDRINUSE') {
    const message = 'Another program listens on this address already. Set PORT to another one.';
    return { exitCode: 1, message };
  }
  if (code === 'EACCES' && syscall === 'listen') {
    const message = 'This user may not listen on that port. Set PORT to one above 1023.';
    return { exitCode: 1, message };
  }
  return null;
}
