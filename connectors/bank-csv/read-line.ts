import { type CalendarDate, type Cents, cents, type Place } from '@inning/sdk';
import type { LineDraft } from '@inning/sdk/bank';
import { parseAmount } from './cells/parse-amount.ts';
import { parseDay } from './cells/parse-day.ts';
import { type Notices, readNotices } from './cells/read-notices.ts';
import type { Columns } from './columns/columns.ts';
import type { Field } from './columns/fields.ts';
import { CsvProblem } from './csv-problem.ts';
import type { Row } from './table/read-rows.ts';

/** A row as a line of an account, with the balance after it where the file has one. */
export type ReadLine = {
  readonly account: string;
  readonly balanceCents: Cents | null;
  readonly draft: LineDraft;
};
export type LineContext = {
  readonly columns: Columns;
  /** For a file that does not say whose it is. */
  readonly ownAccount: string;
};

export function readLine(row: Row, { columns, ownAccount }: LineContext): ReadLine {
  const cells = cellsOf(row, columns);
  const amountCents = readAmount(cells);
  const day = readDays(cells);
  const written = cells.all('description').join(' ').replace(/\s+/g, ' ').trim();
  const notices = readNotices(written.replace(/^'(.*)'$/, '$1'));
  const returnReason = cells.text('returnReason') ?? notices.returnReason;
  const balance = cells.text('balanceAfter');
  const draft: LineDraft = {
    place: { line: row.line },
    ...day,
    amountCents,
    currency: readCurrency(cells),
    ...readCounterparty(cells, notices),
    description: notices.description,
    structuredReference: cells.text('reference')?.replace(/\s/g, '') ?? null,
    endToEndId: meaningful(cells.text('endToEndId')) ?? notices.endToEndId,
    transactionId: cells.text('transactionId'),
    mandateId: cells.text('mandateId') ?? notices.mandateId,
    isReversal: returnReason !== null,
    typeCode: cells.text('type'),
    returnReason,
    ownReference: null,
  };
  const account = accountOf(cells.text('account')) ?? ownAccount;
  return { account, balanceCents: balance === null ? null : cells.amount('balanceAfter'), draft };
}

type Cells = ReturnType<typeof cellsOf>;

function cellsOf(row: Row, { byField, nameOf }: Columns) {
  const placeOf = (field: Field): Place => ({ line: row.line, field: nameOf(field) });
  const all = (field: Field) =>
    (byField.get(field) ?? [])
      .map((at) => (row.cells[at] ?? '').trim())
      .filter((one) => one !== '');
  const text = (field: Field): string | null => all(field)[0] ?? null;
  return {
    all,
    text,
    placeOf,
    /** Zero where the cell is empty. */
    amount(field: Field): Cents {
      const read = parseAmount(text(field) ?? '0');
      if (typeof read === 'string') throw new CsvProblem(read, placeOf(field));
      return read;
    },
  };
}

/** One column with a sign, one with a word beside it, or a column for each direction. */
function readAmount(cells: Cells): Cents {
  if (cells.text('amount') === null) {
    const [received, paid] = [cells.amount('received'), cells.amount('paid')];
    if (cells.text('received') === null && cells.text('paid') === null) {
      throw new CsvProblem('This row has no amount.', cells.placeOf('amount'));
    }
    return cents(Math.abs(received) - Math.abs(paid));
  }
  const amount = cells.amount('amount');
  const sign = cells.text('sign');
  if (sign === null) return amount;
  if (PAID.test(sign)) return cents(-Math.abs(amount));
  if (RECEIVED.test(sign)) return cents(Math.abs(amount));
  throw new CsvProblem(`“${sign.slice(0, 20)}” says neither in nor out.`, cells.placeOf('sign'));
}
const PAID = /^(af|d|debet|debit|-)$/i;
const RECEIVED = /^(bij|c|credit|\+)$/i;

function readDays(cells: Cells): { bookedOn: CalendarDate; valueOn: CalendarDate | null } {
  const day = (field: Field): CalendarDate | null => {
    const text = cells.text(field);
    const read = text === null ? null : parseDay(text);
    if (text === null || read !== null) return read;
    throw new CsvProblem(`“${text.slice(0, 40)}” is not a day.`, cells.placeOf(field));
  };
  const valueOn = day('valueOn');
  const bookedOn = day('bookedOn') ?? valueOn;
  if (bookedOn === null) {
    throw new CsvProblem('This row has no day.', cells.placeOf('bookedOn'));
  }
  return { bookedOn, valueOn };
}

function readCounterparty(cells: Cells, notices: Notices) {
  return {
    counterpartyName: cells.text('name') ?? notices.name,
    counterpartyAccount: accountOf(cells.text('counterparty')) ?? notices.account,
    counterpartyBic: cells.text('bic') ?? notices.bic,
  };
}

function readCurrency(cells: Cells): string {
  const currency = cells.text('currency') ?? 'EUR';
  if (/^[A-Z]{3}$/.test(currency)) return currency;
  throw new CsvProblem(`“${currency.slice(0, 20)}” is no currency.`, cells.placeOf('currency'));
}

const accountOf = (text: string | null) => text?.replace(/\s/g, '') ?? null;

const meaningful = (id: string | null) =>
  id === null || /^(NOT ?PROVIDED|NONREF|0+)$/i.test(id) ? null : id;
