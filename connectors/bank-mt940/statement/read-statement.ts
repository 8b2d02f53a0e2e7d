import type { BankLine, BankReadOptions, BankStatement } from '@inning/sdk';
import { meaningful } from '../details/details.ts';
import { readDetails } from '../details/read-details.ts';
import { Mt940Problem } from '../mt940-problem.ts';
import { type Field, placeOfField } from '../text/split-fields.ts';
import { type Balance, warnOfTotal } from './balances.ts';
import { type Heading, readHeading } from './heading.ts';
import { type LineDraft, type References, createWarnings, type Warnings } from '@inning/sdk/bank';
import { readStatementLine, type StatementLine } from './statement-line.ts';

/** One statement out of its fields, in the order of the file; it takes the fields apart. */
export function readStatement(
  fields: Field[],
  references: References,
  options: BankReadOptions = {},
): BankStatement {
  const warnings = createWarnings();
  const heading = readHeading(fields, warnings, options);
  const drafts: LineDraft[] = [];
  let bookedCents = 0n;

  for (const entry of entriesOf(fields, warnings)) {
    const line = readStatementLine(entry.field, warnings);
    if (!isBooked(line, { field: entry.field, warnings })) continue;
    bookedCents += BigInt(line.amountCents);
    drafts.push(draftOf(entry, line, heading));
  }
  warnOfTotal({ ...heading, bookedCents, field: lastOf(fields) }, warnings);

  const statement = statementOf(heading);
  const facts = { account: heading.account, marks: Object.values(statement).map(String) };
  const { references: assigned, isRepeat } = references.assign(facts, drafts);
  if (isRepeat) {
    const message = 'This statement is in the file more than once.';
    warnings.add(message, placeOfField(lastOf(fields)), 'STATEMENT_REPEATED');
  }
  return {
    format: heading.format,
    ...statement,
    lines: drafts.map((draft, index) => toLine(draft, assigned[index] ?? '')),
    warnings: warnings.list(),
  };
}

/** A statement line with the text of the fields `:86:` that follow it. */
type Entry = { readonly field: Field; readonly text: string[] };

/** The lines with their text. Fields are emptied once they were read: there may be very many. */
function* entriesOf(fields: Field[], warnings: Warnings): Generator<Entry> {
  let open: Entry | null = null;
  let isClosed = false;
  for (const [index, field] of fields.entries()) {
    // What is neither a line nor its text is about the statement, such as totals in a last `:86:`.
    const endsLine = field.tag !== '86' && field.tag !== 'NS';
    if (endsLine) {
      if (open) yield open;
      open = field.tag === '61' ? newEntry(field, isClosed, warnings) : null;
    } else if (field.tag === '86') {
      open?.text.push(...field.lines);
      warnOfTag(field, warnings);
    }
    isClosed ||= field.tag.startsWith('62');
    fields[index] = { tag: field.tag, line: field.line, lines: NOTHING };
  }
  if (open) yield open;
}

function newEntry(field: Field, isClosed: boolean, warnings: Warnings): Entry {
  if (isClosed) warnings.add(LATE_LINE, placeOfField(field), 'LINE_AFTER_CLOSING');
  return { field, text: [] };
}
const NOTHING: readonly string[] = [];
const LATE_LINE = 'A line stands after the closing balance.';

function warnOfTag(field: Field, warnings: Warnings): void {
  if (field.writtenTag === undefined) return;
  const message = `A field :${field.writtenTag}: holds a text and was read as one.`;
  warnings.add(message, placeOfField(field), 'FIELD_ODD');
}

function isBooked(
  line: StatementLine,
  { field, warnings }: { field: Field; warnings: Warnings },
): boolean {
  if (line.isExpected) {
    warnings.add('A line is only expected and was left out.', placeOfField(field), 'LINE_EXPECTED');
    return false;
  }
  if (line.amountCents === 0) {
    warnings.add('A line of zero was left out.', placeOfField(field), 'LINE_ZERO');
    return false;
  }
  return true;
}

function draftOf(entry: Entry, line: StatementLine, heading: Heading): LineDraft {
  const details = readDetails(entry.text, line, heading.account);
  return {
    place: placeOfField(entry.field),
    bookedOn: line.bookedOn,
    valueOn: line.valueOn,
    amountCents: line.amountCents,
    currency: heading.currency,
    counterpartyName: details.name,
    counterpartyAccount: details.account,
    counterpartyBic: details.bic,
    description: details.description,
    structuredReference: details.structuredReference,
    endToEndId: details.endToEndId,
    transactionId: meaningful(line.bankReference ?? undefined),
    mandateId: details.mandateId,
    isReversal: line.isReversal || details.isReturn || line.typeCode === 'NRTI',
    typeCode: line.typeCode,
    returnReason: details.returnReason,
    ownReference: tellsApart(line.bankReference) ? line.bankReference : null,
  };
}

/** Short references and words come back on other days; long numbers are of one booking. */
function tellsApart(reference: string | null): boolean {
  return /^(?=.*\d{3})[A-Z0-9/-]{12,}$/i.test(reference ?? '');
}

function statementOf({ opening, closing, ...about }: Heading) {
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

function toLine(draft: LineDraft, bankReference: string): BankLine {
  const { ownReference: _own, ...line } = draft;
  return { ...line, bankReference };
}
