import type { CalendarDate } from '@inning/sdk';

/** One amount on an invoice: paid, or taken back. */
export type SpecifiedInvoice = {
  /** Sixteen signs at most; the same every time the same booking is written. */
  readonly reference: string;
  /** The same for what came in and for what takes it back. */
  readonly endToEndId: string;
  /** Takes back an earlier line. */
  readonly isReversal: boolean;
  readonly on: CalendarDate;
  readonly amountCents: number;
  readonly name: string | null;
  readonly text: string;
};
export type Specification = {
  readonly id: string;
  readonly number: number;
  readonly iban: string;
  readonly currency: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly lines: readonly SpecifiedInvoice[];
};

const LINE = 65;
const MOST_LINES = 6;

/**
 * The invoices that were paid for a creditor as MT940, so that any bookkeeping that reads bank
 * statements can take them in: one line per invoice, what was kept as a line the other way, and the
 * total as closing balance. Source: SWIFT user handbook, MT940; details in the codes of Dutch banks.
 */
export function writeMt940(specification: Specification): string {
  const { id, number, iban, currency, from, until, lines } = specification;
  const total = lines.reduce((sum, line) => sum + line.amountCents, 0);
  const fields = [
    `:20:${id.slice(0, 16)}`,
    `:25:${iban}`,
    `:28C:${number % 100_000}/1`,
    `:60F:${balance(0, from, currency)}`,
    ...lines.flatMap((line) => [statementLine(line), ...details(line)]),
    `:62F:${balance(total, until, currency)}`,
    '-',
    '',
  ];
  return fields.join('\r\n');
}

const balance = (cents: number, on: CalendarDate, currency: string) =>
  `${cents < 0 ? 'D' : 'C'}${shortDay(on)}${currency}${decimal(cents)}`;

function statementLine({ on, amountCents, reference, isReversal }: SpecifiedInvoice): string {
  const day = shortDay(on);
  // `RC` takes back a credit, and so lowers the balance; `RD` the other way round.
  const isRaise = amountCents > 0;
  const mark = isReversal ? (isRaise ? 'RD' : 'RC') : isRaise ? 'C' : 'D';
  return `:61:${day}${day.slice(2)}${mark}${decimal(amountCents)}NTRFNONREF//${reference.slice(0, 16)}`;
}

function details({ endToEndId, name, text }: SpecifiedInvoice): string[] {
  const who = name ? `/NAME/${value(name)}` : '';
  const whole = `/TRTP/AFDRACHT/EREF/${endToEndId}${who}/REMI/USTD//${value(text)}/`;
  const lines: string[] = [];
  for (let rest = whole; rest !== '' && lines.length < MOST_LINES;) {
    const length = breakAt(rest);
    lines.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return lines.map((line, index) => (index === 0 ? `:86:${line}` : line));
}

/** A line that began with a colon or a dash would be a field, or the end; a space would be lost. */
function breakAt(text: string): number {
  if (text.length <= LINE) return text.length;
  return /[:\- ]/.test(text[LINE] ?? '') || text[LINE - 1] === ' ' ? LINE - 1 : LINE;
}

/** A slash parts the codes; within a name or number it would cut it in two. */
const value = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\/(?=[A-Z]{2,4}\/)/g, '-')
    .replace(/\p{Cc}/gu, '')
    .replace(/\/+$/, '')
    .trim();

const shortDay = (on: CalendarDate) => on.slice(2).replaceAll('-', '');

function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${digits.slice(0, -2)},${digits.slice(-2)}`;
}
