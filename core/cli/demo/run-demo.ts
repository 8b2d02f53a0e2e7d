import type { CalendarDate, Locale } from '@inning/sdk';
import type { Administration } from '../../domain/administrations/index.ts';
import type { CommandIo, ExitCode } from '../command.ts';
import { commandScope } from '../find-books.ts';
import { importInvoices } from '../import/import-invoices.ts';
import { type DemoWorld, openDemoWorld } from './demo-world.ts';
import { type DatedStatement, readStatements } from './files/read-statements.ts';
import type { DemoFiles } from './files/sample-files.ts';
import { createTimeline } from './timeline/create-timeline.ts';
import { createPrinter } from './timeline/print-timeline.ts';
import { telling, type TimelineLine } from './timeline/telling.ts';
import { countTotals, sayTotals } from './timeline/totals.ts';
import { walkDays } from './walk-days.ts';

export type DemoRequest = DemoFiles & {
  readonly startOn: CalendarDate;
  readonly days: number;
  readonly locale: Locale;
  readonly isJson: boolean;
  readonly mailFolder: string | null;
};

/** Imports, lets the days pass and prints what happened. */
export async function runDemo(asked: DemoRequest, io: CommandIo): Promise<ExitCode> {
  io.err('Starting a database that is thrown away afterwards ...');
  const world = await openDemoWorld(asked.startOn);
  try {
    return await tell(world, asked, io);
  } finally {
    await world.close();
  }
}

async function tell(world: DemoWorld, asked: DemoRequest, io: CommandIo): Promise<ExitCode> {
  const { statements, problems } = await readStatements(world.app, world.books, asked.statements);
  const books = await useAccount(world, statements);
  const hasInvoices = await importAll(world, asked, io);
  for (const problem of problems) io.err(problem);
  if (!hasInvoices) {
    io.err('Not one invoice could be imported.');
    return 1;
  }

  const told = telling(world.app, books, asked.locale);
  const next = createTimeline(told);
  const print = createPrinter(io.out, asked.locale);
  const show = (lines: readonly TimelineLine[]) =>
    asked.isJson ? lines.forEach((line) => io.out(json(line))) : print(lines);
  let isHistory = true;
  const onDay = async () => {
    const lines = await next();
    // What was paid before the first day is history: it counts, and is not told again.
    if (!isHistory) show(lines);
    isHistory = false;
  };
  const from = world.clock.now();
  const read = await walkDays(world, { ...asked, statements, onDay });
  if (read < statements.length) {
    io.err(`${statements.length - read} bank statements close after the last day; not read.`);
  }

  const totals = sayTotals(told, await countTotals(told, from));
  if (!asked.isJson) io.out('');
  for (const line of totals) (asked.isJson ? io.err : io.out)(line);
  if (asked.mailFolder) {
    const { writeMails } = await import('./write-mails.ts');
    const count = await writeMails(world, asked.mailFolder);
    io.err(`${count} mails are kept in ${asked.mailFolder}.`);
  }
  return problems.length > 0 && statements.length === 0 ? 1 : 0;
}

/** Letters ask for payment to the account that the statements are of. */
async function useAccount(
  world: DemoWorld,
  statements: readonly DatedStatement[],
): Promise<Administration> {
  const account = statements.find(({ statement }) => IBAN.test(statement.account));
  const iban = account?.statement.account ?? INVENTED_IBAN;
  return world.app.rooms.administrations.update(commandScope, world.books._id, { iban });
}
const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/;
const INVENTED_IBAN = 'NL91ABNA0417164300';

/** Shows what was refused. False when nothing came through. */
async function importAll(
  world: DemoWorld,
  { invoices }: DemoRequest,
  io: CommandIo,
): Promise<boolean> {
  const { app, books } = world;
  const files = await importInvoices(app, books, {
    files: invoices,
    columns: {},
    isPreview: false,
  });
  let count = 0;
  for (const file of files) {
    const { new: fresh = 0, refused = 0 } = file.counts;
    count += fresh;
    io.err(`${file.name}: ${fresh} imported${refused > 0 ? `, ${refused} refused` : ''}`);
    for (const problem of file.problems) io.err(`    ${problem}`);
  }
  return count > 0;
}

function json({ date, debtor, flow, node, event, reason, ...more }: TimelineLine): string {
  return JSON.stringify({ date, debtor, flow, node, event, reason, ...more });
}
