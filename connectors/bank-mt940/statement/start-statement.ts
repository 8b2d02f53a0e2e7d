import type { BankReadOptions, ReadStatement } from '@inning/sdk';
import { createWarnings, gatherLines, type References } from '@inning/sdk/bank';
import { Mt940Problem } from '../mt940-problem.ts';
import { type Field, placeOfField } from '../text/split-fields.ts';
import { gatherAround, type LineContext } from './around-lines.ts';
import { type Balance, warnOfTotal } from './balances.ts';
import { draftOf } from './draft-of.ts';
import { type Entry, gatherEntries } from './gather-entries.ts';
import { type Heading, readHeading } from './heading.ts';
import { isBooked, readStatementLine } from './statement-line.ts';

/** Lines that are held until the end of the statement tells of which account or currency they are. */
const MAX_HELD = 100_000;

/** Reads one statement field by field, in the order of the file; of its lines little is kept. */
export function startStatement(references: References, options: BankReadOptions) {
  const lineWarnings = createWarnings();
  const around = gatherAround();
  const lines = gatherLines(references);
  const held: Entry[] = [];
  let context: LineContext | null = null;
  let bookedCents = 0n;

  const read = (entry: Entry, its: LineContext) => {
    const line = readStatementLine(entry.field, lineWarnings);
    if (!isBooked(line, { field: entry.field, warnings: lineWarnings })) return;
    bookedCents += BigInt(line.amountCents);
    lines.add(draftOf(entry, line, its));
  };
  const entries = gatherEntries(lineWarnings, (entry) => {
    if (held.length === 0) context ??= around.context();
    if (context) read(entry, context);
    else hold(held, entry);
  });

  return {
    add: (field: Field): void => entries.add(around.add(field)),

    finish(): ReadStatement {
      entries.end();
      const fields = around.list();
      const warnings = createWarnings();
      const heading = readHeading(fields, warnings, options);
      for (const entry of held) read(entry, heading);
      warnOfTotal({ ...heading, bookedCents, field: lastOf(fields) }, lineWarnings);

      const about = aboutStatement(heading);
      const marks = Object.values(about).map(String);
      const { lines: told, isRepeat } = lines.finish({ account: heading.account, marks });
      if (isRepeat) {
        const message = 'This statement is in the file more than once.';
        lineWarnings.add(message, placeOfField(lastOf(fields)), 'STATEMENT_REPEATED');
      }
      const { format } = heading;
      const all = [...warnings.list(), ...lineWarnings.list()];
      return { format, ...about, lines: told, warnings: all };
    },
  };
}

function hold(held: Entry[], entry: Entry): void {
  if (held.length >= MAX_HELD) {
    const problem =
      `This statement has more than ${MAX_HELD} lines before it says of which account and in which ` +
      'currency they are. Ask the bank for shorter periods.';
    throw new Mt940Problem(problem, placeOfField(entry.field));
  }
  held.push(entry);
}

function aboutStatement({ opening, closing, ...about }: Heading) {
  const on = (balance: Balance | null) => balance?.on ?? null;
  return {
    account: about.account,
    currency: about.currency,
    number: about.number,
    sequence: about.sequence,
    openingCents: opening?.cents ?? null,
    openingOn: on(opening),
    closingCents: closing?.cents ?? null,
    closingOn: on(closing),
  };
}

function lastOf(fields: readonly Field[]): Field {
  const last = fields.findLast(({ tag }) => tag.startsWith('62')) ?? fields.at(-1);
  if (last === undefined) throw new Mt940Problem('There is no field in this statement.');
  return last;
}
