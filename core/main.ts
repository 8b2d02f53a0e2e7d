import { runCli } from './cli/cli.ts';
import { safeError } from './http/observe/log-safe.ts';

// The process itself: words in, exit code out. Everything else is in core/cli and core/app.ts.
process.on('uncaughtException', giveUp);
process.on('unhandledRejection', giveUp);
process.stdout.on('error', leaveQuietly);

const exitCode = await runCli(process.argv.slice(2), {
  out: (line) => void process.stdout.write(`${line}\n`),
  write: (text) => void process.stdout.write(text),
  err: (line) => void process.stderr.write(`${line}\n`),
  env: process.env,
  cwd: process.cwd(),
});
// Timers of libraries would keep the process for seconds after everything is closed.
process.stdout.write('', () => process.exit(exitCode));

/** A mistake of ours that nobody caught: going on could do harm, so the next start takes over. */
function giveUp(error: unknown): void {
  // Its text may quote what it broke on: names, addresses, accounts.
  const { type, message, stack } = safeError(error instanceof Error ? error : new Error('–'));
  const lines = [`This went wrong unexpectedly: ${message ?? type}`, ...stack];
  process.stderr.write(`${lines.join('\n    ')}\n`);
  process.exit(1);
}

/** Whoever read our output has heard enough (`inning flow list | head`). */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  giveUp(error);
}
