import { createHash } from 'node:crypto';
import {
  asFields,
  asRows,
  asText,
  type BankLine,
  type CalendarDate,
  type Cents,
  ConnectorRefusedError,
  isCalendarDate,
  type JsonFields,
} from '@inning/sdk';
import { bankDay, readDecimalCents } from '@inning/sdk/bank';

/** How often a line without a number of its own was seen, so that two equal payments stay two. */
export type Seen = Record<string, number>;

/** Booked transactions (Berlin Group, 14.22) as lines. `seen` goes along from page to page. */
export function readLines(transactions: readonly JsonFields[], seen: Seen): BankLine[] {
  return transactions.flatMap((one) => {
    const amountCents = centsOf(one['transactionAmount']);
    return amountCents === 0 ? [] : [lineOf(one, amountCents, seen)];
  });
}

/** `-12.5` as -1250. Nothing is rounded: a part of a cent is refused. */
export function centsOf(amount: unknown): Cents {
  const sum = readDecimalCents(asFields(amount)['amount']);
  if (sum === null) throw new ConnectorRefusedError('The bank gave an amount that cannot be read.');
  return sum;
}

function lineOf(one: JsonFields, amountCents: Cents, seen: Seen): BankLine {
  const bookedOn = bookedOnOf(one);
  if (bookedOn === null) throw new ConnectorRefusedError('The bank gave a line without a day.');
  const typeCode = asText(one['bankTransactionCode']);
  const line = {
    place: {},
    bookedOn,
    valueOn: dayOf(one['valueDate']),
    amountCents,
    currency: asText(asFields(one['transactionAmount'])['currency']) ?? 'EUR',
    ...counterpartyOf(one, amountCents > 0 ? 'debtor' : 'creditor'),
    description: descriptionOf(one),
    structuredReference: structuredOf(one),
    endToEndId: asText(one['endToEndId']),
    transactionId: asText(one['transactionId']),
    mandateId: asText(one['mandateId']),
    isReversal: typeCode !== null && RETURNED.test(typeCode),
    typeCode: typeCode ?? ownTypeOf(one),
  };
  const own = asText(one['transactionId']) ?? asText(one['entryReference']);
  return { ...line, bankReference: own === null ? madeOf(line, seen) : `${own}~${amountCents}` };
}

const bookedOnOf = (one: JsonFields): CalendarDate | null =>
  dayOf(one['bookingDate']) ?? dayOfMoment(one['executionDateTime']) ?? dayOf(one['valueDate']);

const ownTypeOf = (one: JsonFields): string | null =>
  asText(one['proprietaryBankTransactionCode']) ?? asText(one['transactionType']);

function counterpartyOf(one: JsonFields, other: 'debtor' | 'creditor') {
  const account = asFields(one[`${other}Account`]);
  return {
    counterpartyName: asText(one[`${other}Name`]),
    counterpartyAccount: asText(account['iban']) ?? asText(account['bban']),
    counterpartyBic: asText(one[`${other}Agent`]),
  };
}

/** Families of ISO 20022 in which the bank takes a booking back: returns, refusals, reversals. */
const RETURNED = /-(RRTN|UPDD|PRDD|UPCT|UPCQ|ARET)$/;

/** Without a number of the bank, a line is known by what it says; the second equal one gets `~2`. */
function madeOf(line: Omit<BankLine, 'bankReference'>, seen: Seen): string {
  const parts = [
    line.amountCents,
    line.currency,
    line.counterpartyName,
    line.counterpartyAccount,
    line.description.replace(/\s/g, ''),
    line.structuredReference,
    line.endToEndId,
  ];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);
  const key = `${line.bookedOn}~${hash}`;
  const count = (seen[key] ?? 0) + 1;
  seen[key] = count;
  return count === 1 ? key : `${key}~${count}`;
}

function descriptionOf(one: JsonFields): string {
  const several = one['remittanceInformationUnstructuredArray'];
  const texts = Array.isArray(several) ? several.map(asText) : [];
  const all = [asText(one['remittanceInformationUnstructured']), ...texts];
  const known = [...new Set(all.filter((text) => text !== null))];
  const text = (known.length > 0 ? known : [asText(one['additionalInformation']) ?? '']).join(' ');
  // ING ends its lines as on a page.
  return text.replace(/\s*<br\s*\/?>\s*/gi, ' ');
}

/** A text in version 1.3.11, an object with a reference in others. */
function structuredOf(one: JsonFields): string | null {
  const value = one['remittanceInformationStructured'];
  const [first] = asRows(one['remittanceInformationStructuredArray']);
  const text =
    asText(value) ?? asText(asFields(value)['reference']) ?? asText(first?.['reference']);
  return text?.replace(/\s/g, '') ?? null;
}

function dayOf(value: unknown): CalendarDate | null {
  const day = asText(value)?.slice(0, 10);
  return isCalendarDate(day) ? day : null;
}

/** ING tells the moment, and not always the day. */
export function dayOfMoment(value: unknown): CalendarDate | null {
  const at = new Date(asText(value) ?? NaN);
  return Number.isNaN(at.getTime()) ? null : bankDay(at, 'Europe/Amsterdam');
}
