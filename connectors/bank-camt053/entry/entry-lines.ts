import { type CalendarDate, type Cents, cents, type Place } from '@inning/sdk';
import { type Direction, moneyOf, signed } from '../statement/amounts.ts';
import { type LineDraft, type PaymentText, readSlashCodes, type Warnings } from '@inning/sdk/bank';
import { counterpartOf, NOBODY, type Party } from './parties.ts';
import { joinTexts } from './remittance.ts';
import { type TransactionDetail } from './transaction-details.ts';

/** What an entry says of itself, before its transactions are looked at. */
export type Booking = {
  readonly place: Place;
  readonly direction: Direction;
  readonly amountCents: Cents;
  readonly currency: string;
  readonly bookedOn: CalendarDate;
  readonly valueOn: CalendarDate | null;
  readonly typeCode: string | null;
  readonly isReversal: boolean;
  readonly ownReference: string | null;
  readonly transactionId: string | null;
  readonly text: string | null;
};
type Context = { readonly account: string | null; readonly warnings: Warnings };

/**
 * A batch becomes a line per transaction when their amounts add up to that of the entry; otherwise
 * the entry stays one line, because its amount is the one that was booked. They are made while somebody goes
 * through them, once: a batch may be of a hundred thousand.
 */
export function entryLines(
  booking: Booking,
  details: readonly TransactionDetail[],
  context: Context,
): Iterable<LineDraft> {
  const [only] = details;
  const parts = amountsOf(booking, details);
  if (parts === null && details.length > 0) warnOfAmounts(booking, details, context);

  const lines =
    only === undefined
      ? [lineWithoutDetails(booking)]
      : details.length === 1
        ? [
            lineOf(
              booking,
              { detail: only, amountCents: booking.amountCents, partIds: [] },
              context,
            ),
          ]
        : parts === null
          ? [lineOfMany(booking, details, context)]
          : linesOfBatch(booking, { details, parts }, context);
  return withoutZero(lines, context);
}

function* linesOfBatch(
  booking: Booking,
  { details, parts }: { details: readonly TransactionDetail[]; parts: readonly Cents[] },
  context: Context,
): Generator<LineDraft> {
  for (const [index, detail] of details.entries()) {
    const amountCents = parts[index] ?? booking.amountCents;
    yield lineOf(booking, { detail, amountCents, partIds: detail.ids }, context);
  }
}

function* withoutZero(lines: Iterable<LineDraft>, { warnings }: Context): Generator<LineDraft> {
  for (const line of lines) {
    if (line.amountCents === 0) {
      warnings.add('A line of zero was left out.', line.place, 'LINE_ZERO');
    } else yield line;
  }
}

/**
 * The signed amount of each transaction, or null when they are not all there or do not add up. An
 * amount in another currency is not looked at; it may well have three decimals.
 */
function amountsOf(booking: Booking, details: readonly TransactionDetail[]): Cents[] | null {
  const amounts: Cents[] = [];
  let total = 0n;
  for (const { amount, direction } of details) {
    if (amount === null || (amount.currency ?? booking.currency) !== booking.currency) return null;
    const amountCents = signed(moneyOf(amount).cents, direction ?? booking.direction);
    amounts.push(amountCents);
    total += BigInt(amountCents);
  }
  return total === BigInt(booking.amountCents) ? amounts : null;
}

function warnOfAmounts(
  booking: Booking,
  details: readonly TransactionDetail[],
  { warnings }: Context,
): void {
  const known = details.filter(({ amount }) => amount !== null);
  // One transaction in another currency, or without an amount, is no contradiction.
  const isForeign = known.some(
    ({ amount }) => (amount?.currency ?? booking.currency) !== booking.currency,
  );
  if (details.length === 1 && (known.length === 0 || isForeign)) return;
  if (known.length < details.length) {
    const message =
      'Transactions of an entry have no amounts of their own; it was kept as one line.';
    warnings.add(message, booking.place, 'BATCH_AMOUNTS_MISSING');
    return;
  }
  const message =
    'The transactions of an entry do not add up to its amount; it was kept as one line.';
  warnings.add(message, booking.place, 'BATCH_DIFFERS');
}

function lineOf(
  booking: Booking,
  part: { detail: TransactionDetail; amountCents: Cents; partIds: readonly string[] },
  { account }: Context,
): LineDraft {
  const { detail, amountCents, partIds } = part;
  const isReversal = booking.isReversal || detail.isReturn;
  const direction = amountCents < 0 ? 'DBIT' : 'CRDT';
  const counterpart = counterpartOf(detail.parties, { account, direction, isReversal });
  return {
    ...lineOfBooking(booking, counterpart),
    place: detail.place,
    amountCents,
    description: detail.description || textUnlessRepeated(booking, detail),
    structuredReference: detail.structuredReference,
    endToEndId: detail.endToEndId,
    transactionId: detail.transactionId ?? booking.transactionId,
    mandateId: detail.mandateId,
    returnReason: detail.returnReason ?? (isReversal ? reasonInText(booking) : null),
    isReversal,
    typeCode: booking.typeCode ?? detail.typeCode,
    ...(partIds.length > 0 && { batchReference: booking.ownReference }),
    partIds,
  };
}

/** The bank's own words stand in for a remittance, but not beside a structured reference. */
function textUnlessRepeated(booking: Booking, detail: TransactionDetail): string {
  if (detail.structuredReference !== null || booking.text === null) return '';
  return textOf(booking)?.description || booking.text;
}

/** Dutch banks repeat the whole payment in one line of text; for an entry without details it is all. */
const textOf = ({ text, amountCents }: Booking): PaymentText | null =>
  text === null ? null : readSlashCodes([text], amountCents > 0 ? 'received' : 'paid');

const reasonInText = (booking: Booking): string | null => textOf(booking)?.returnReason ?? null;

function lineWithoutDetails(booking: Booking): LineDraft {
  const line = lineOfBooking(booking, NOBODY);
  if (booking.text === null) return line;
  const said = textOf(booking);
  if (said === null) return { ...line, description: booking.text };
  return {
    ...lineOfBooking(booking, said),
    description:
      said.structuredReference === null ? said.description || booking.text : said.description,
    structuredReference: said.structuredReference,
    endToEndId: said.endToEndId,
    mandateId: said.mandateId,
    returnReason: said.returnReason,
    isReversal: booking.isReversal || said.returnReason !== null,
  };
}

/** Keeps of many transactions what they agree on, and every text for who must find out. */
function lineOfMany(
  booking: Booking,
  details: readonly TransactionDetail[],
  context: Context,
): LineDraft {
  const lines = details.map((detail) =>
    lineOf(booking, { detail, amountCents: booking.amountCents, partIds: [] }, context),
  );
  const agreed = <Value>(values: readonly (Value | null)[]) =>
    new Set(values).size === 1 ? (values[0] ?? null) : null;
  const counterpart = {
    name: agreed(lines.map((line) => line.counterpartyName)),
    account: agreed(lines.map((line) => line.counterpartyAccount)),
    bic: agreed(lines.map((line) => line.counterpartyBic ?? null)),
  };
  return {
    ...lineOfBooking(booking, counterpart),
    description: joinTexts([...details.map(({ description }) => description), booking.text]),
    structuredReference: agreed(lines.map((line) => line.structuredReference)),
    isReversal: booking.isReversal || lines.every((line) => line.isReversal),
  };
}

function lineOfBooking(booking: Booking, counterpart: Party): LineDraft {
  return {
    place: booking.place,
    bookedOn: booking.bookedOn,
    valueOn: booking.valueOn,
    amountCents: cents(booking.amountCents),
    currency: booking.currency,
    counterpartyName: counterpart.name,
    counterpartyAccount: counterpart.account,
    counterpartyBic: counterpart.bic,
    description: '',
    structuredReference: null,
    endToEndId: null,
    transactionId: booking.transactionId,
    mandateId: null,
    returnReason: null,
    isReversal: booking.isReversal,
    typeCode: booking.typeCode,
    ownReference: booking.ownReference,
    partIds: [],
  };
}
