// The process in which code of others runs. It is started with an empty environment, without files or
// network of its own use, serves one agency, and is killed rather than ended.
import type { ChildSetup, FromChild, ToChild } from '../pool/messages.ts';
import { createIsolates, type Isolates } from './isolates.ts';
import { createRuns, type Runs } from './runs.ts';

const LOOK_AT_MEMORY_MS = 50;

const tell = (message: FromChild): void => void process.send?.(message);
const die = (): void => void process.kill(process.pid, 'SIGKILL');
let isolates: Isolates | null = null;
let runs: Runs | null = null;

process.on('message', (message: ToChild) => {
  if (message[0] === 'setup') setUp(message[1]);
  else if (message[0] === 'code') isolates?.learn(message[1], message[2]);
  else if (runs) tellRun(runs, message as readonly [string, number, string?]);
});
// Ending a process in which an isolate is at work would crash it anyway.
process.on('disconnect', die);
process.on('uncaughtException', die);
process.on('unhandledRejection', die);

function setUp(setup: ChildSetup): void {
  isolates = createIsolates(setup, die);
  runs = createRuns(isolates, { ...setup, tell });
  const most = setup.processMb * 1_048_576;
  setInterval(() => {
    if (process.memoryUsage.rss() > most) die();
  }, LOOK_AT_MEMORY_MS).unref();
  tell(['ready']);
}

function tellRun(open: Runs, [what, run, text]: readonly [string, number, string?]): void {
  if (what === 'open') open.open(run, text ?? '');
  else if (what === 'in') open.take(run, text ?? '');
  else if (what === 'expressions') open.loadExpressions(run);
  else open.close(run);
}
