import { type CalendarDate, type Cents, cents } from '@inning/sdk';
import { Mt940Problem } from '../mt940-problem.ts';
import { type Field, placeOfField } from '../text/split-fields.ts';
import { parseCents } from './amounts.ts';
import { parseDay, parseEntryDay } from './days.ts';
import type { Warnings } from '@inning/sdk/bank';

/** What stands in `:61:` itself. */
export type StatementLine = {
  readonly valueOn: CalendarDate;
  readonly bookedOn: CalendarDate;
  readonly amountCents: Cents;
  /** A reversal: `RC` takes back what was received, `RD` what was paid. */
  readonly isReversal: boolean;
  /** Only announced, in an MT942. */
  readonly isExpected: boolean;
  readonly typeCode: string | null;
  /** The customer's reference, as printed: some banks put an account and a name here. */
  readonly reference: string;
  readonly bankReference: string | null;
  /** The second line; Rabobank puts the other account here, ING codes, others a name. */
  readonly supplement: string;
};

/** Day, entry day, sign, third letter of the currency, amount, and the rest. */
const SHAPE = /^(\d{6})(\d{4}| {4})?([RE]?[CD])([A-Z])?(\d[\d.,]*)(.*)$/i;
/** Banks leave out the type, or fill it up with a space. */
const TYPE = /^(?!NONREF)([A-Z][A-Z0-9 ]{3})(.*)$/;

export function readStatementLine(field: Field, warnings: Warnings): StatementLine {
  const { shape, supplement } = findShape(field);
  const [, value = '', entry = '', mark = '', , amountText = '', rest = ''] = shape;
  const amount = parseCents(amountText);
  if (typeof amount === 'string') throw new Mt940Problem(amount, placeOfField(field));
  return {
    ...readDays(value, entry.trim(), { field, warnings }),
    ...readMark(mark.toUpperCase(), amount),
    ...readReferences(rest.trimStart()),
    supplement: supplement.join(' ').replace(/\s+/g, ' ').trim(),
  };
}

/** False, with a warning, for what is no booking: only announced, or of nothing. */
export function isBooked(
  line: StatementLine,
  { field, warnings }: { readonly field: Field; readonly warnings: Warnings },
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

function readMark(
  mark: string,
  amount: Cents,
): Pick<StatementLine, 'amountCents' | 'isReversal' | 'isExpected'> {
  const isReversal = mark.startsWith('R');
  const isReceived = mark.endsWith('C') !== isReversal;
  return {
    amountCents: isReceived ? amount : cents(-amount),
    isReversal,
    isExpected: mark.startsWith('E'),
  };
}

function readReferences(
  rest: string,
): Pick<StatementLine, 'typeCode' | 'reference' | 'bankReference'> {
  const [, type, afterType = rest] = TYPE.exec(rest) ?? [];
  const [reference = '', ...bankReference] = afterType.split('//');
  return {
    typeCode: type?.trim() ?? null,
    reference,
    bankReference: bankReference.join('//').trim() || null,
  };
}

/** A line that was wrapped in the wrong place is tried together with the next one. */
function findShape(field: Field): { shape: RegExpExecArray; supplement: readonly string[] } {
  const [first = '', second = '', ...others] = field.lines;
  const shape = SHAPE.exec(first);
  if (shape) return { shape, supplement: [second, ...others] };
  const wrapped = SHAPE.exec(first + second);
  if (wrapped) return { shape: wrapped, supplement: others };
  throw new Mt940Problem(
    `“${first.slice(0, 40)}” is not a statement line: day, C or D, amount.`,
    placeOfField(field),
  );
}

function readDays(
  value: string,
  entry: string,
  { field, warnings }: { field: Field; warnings: Warnings },
): Pick<StatementLine, 'valueOn' | 'bookedOn'> {
  const day = parseDay(value);
  if (day === null) throw new Mt940Problem(`“${value}” is not a day.`, placeOfField(field));
  if (day.isMoved) {
    const message = 'A day that February does not have was read as its last day.';
    warnings.add(message, placeOfField(field), 'DAY_MOVED');
  }
  const bookedOn = entry === '' ? day.on : parseEntryDay(entry, day.on);
  if (bookedOn === null) throw new Mt940Problem(`“${entry}” is not a day.`, placeOfField(field));
  return { valueOn: day.on, bookedOn };
}
