import { type CalendarDate, type Cents, cents, type Place } from '@inning/sdk';
import type { LineDraft, PaymentText } from '@inning/sdk/bank';
import { PAID, RECEIVED } from './cells/directions.ts';
import { parseAmount } from './cells/parse-amount.ts';
import { parseDay } from './cells/parse-day.ts';
import { readNotices } from './cells/read-notices.ts';
import type { Styles } from './cells/styles.ts';
import type { Columns } from './columns/columns.ts';
import type { Field } from './columns/fields.ts';
import { type CellProblem, CsvProblem, shorten } from './csv-problem.ts';
import type { Row } from './table/read-rows.ts';

/** A row as a line of an account, with the balance after it where the file has one. */
export type ReadLine = {
  readonly account: string;
  readonly balanceCents: Cents | null;
  readonly draft: LineDraft;
};
export type LineContext = {
  readonly columns: Columns;
  readonly styles: Styles;
  /** For a file that does not say whose it is. */
  readonly ownAccount: string;
};

/** Throws `CsvProblem` naming the cell. */
export function readLine(row: Row, { columns, styles, ownAccount }: LineContext): ReadLine {
  const cells = cellsOf(row, columns, styles);
  const amountCents = readAmount(cells);
  const day = readDays(cells);
  const written = cells.all('description').join(' ').replace(/\s+/g, ' ').trim();
  const notices = readNotices(
    written.replace(/^'(.*)'$/, '$1'),
    amountCents > 0 ? 'received' : 'paid',
  );
  const returnReason = cells.text('returnReason') ?? notices.returnReason;
  const balance = cells.text('balanceAfter');
  const draft: LineDraft = {
    place: { line: row.line },
    ...day,
    amountCents,
    currency: readCurrency(cells),
    ...readCounterparty(cells, notices),
    description: notices.description,
    structuredReference: cells.text('reference')?.replace(/\s/g, '') ?? notices.structuredReference,
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

/** A row below the bookings, such as an empty line or a note, has neither a day nor an amount. */
export function isEmptyRow({ cells }: Row, { byField }: Columns): boolean {
  const fields: readonly Field[] = ['bookedOn', 'valueOn', 'amount', 'received', 'paid'];
  const places = fields.flatMap((field) => byField.get(field) ?? []);
  return places.every((at) => (cells[at] ?? '').trim() === '');
}

type Cells = ReturnType<typeof cellsOf>;

function cellsOf(row: Row, { byField, nameOf }: Columns, styles: Styles) {
  const placeOf = (field: Field): Place => ({ line: row.line, field: nameOf(field) });
  const all = (field: Field) =>
    (byField.get(field) ?? [])
      .map((at) => (row.cells[at] ?? '').trim())
      .filter((one) => one !== '');
  const text = (field: Field): string | null => all(field)[0] ?? null;
  return {
    all,
    text,
    /** Zero where the cell is empty. */
    amount(field: Field): Cents {
      const read = parseAmount(text(field) ?? '0', styles.decimalMark);
      if (typeof read === 'object') throw new CsvProblem(read, placeOf(field));
      return read;
    },
    day(field: Field): CalendarDate | null {
      const written = text(field);
      const read = written === null ? null : parseDay(written, styles.dayOrder);
      if (read !== null && typeof read === 'object') throw new CsvProblem(read, placeOf(field));
      return read;
    },
    /** The problem of a cell, to be thrown. */
    fault(field: Field, code: CellProblem, says: (value: string) => string): CsvProblem {
      const value = shorten(text(field) ?? '');
      return new CsvProblem({ code, message: says(value), value }, placeOf(field));
    },
  };
}

/** One column with a sign, one with a word beside it, or a column for each direction. */
function readAmount(cells: Cells): Cents {
  if (cells.text('amount') === null) {
    const [received, paid] = [cells.amount('received'), cells.amount('paid')];
    if (cells.text('received') === null && cells.text('paid') === null) {
      throw cells.fault('amount', 'AMOUNT_MISSING', () => 'This row has no amount.');
    }
    return cents(Math.abs(received) - Math.abs(paid));
  }
  const amount = cells.amount('amount');
  const sign = cells.text('sign');
  if (sign === null) return amount;
  if (PAID.test(sign)) return cents(-Math.abs(amount));
  if (RECEIVED.test(sign)) return cents(Math.abs(amount));
  throw cells.fault('sign', 'SIGN_INVALID', (value) => `“${value}” says neither in nor out.`);
}

function readDays(cells: Cells): { bookedOn: CalendarDate; valueOn: CalendarDate | null } {
  const valueOn = cells.day('valueOn');
  const bookedOn = cells.day('bookedOn') ?? valueOn;
  if (bookedOn === null) {
    throw cells.fault('bookedOn', 'DAY_MISSING', () => 'This row has no day.');
  }
  return { bookedOn, valueOn };
}

function readCounterparty(cells: Cells, notices: PaymentText) {
  return {
    counterpartyName: cells.text('name') ?? notices.name,
    counterpartyAccount: accountOf(cells.text('counterparty')) ?? notices.account,
    counterpartyBic: cells.text('bic') ?? notices.bic,
  };
}

function readCurrency(cells: Cells): string {
  const currency = cells.text('currency') ?? 'EUR';
  if (/^[A-Z]{3}$/.test(currency)) return currency;
  throw cells.fault('currency', 'CURRENCY_INVALID', (value) => `“${value}” is no currency.`);
}

const accountOf = (text: string | null) => text?.replace(/\s/g, '') ?? null;

const meaningful = (id: string | null) =>
  id === null || /^(NOT ?PROVIDED|NONREF|0+)$/i.test(id) ? null : id;
