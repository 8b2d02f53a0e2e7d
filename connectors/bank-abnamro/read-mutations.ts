import {
  asFields,
  asText,
  type BankLine,
  type Cents,
  ConnectorRefusedError,
  isCalendarDate,
  type JsonFields,
} from '@inning/sdk';
import {
  COLUMN,
  joinColumns,
  NO_TEXT,
  type PaymentText,
  paymentReferenceIn,
  readDecimalCents,
  readLabels,
  readSlashCodes,
  tidy,
} from '@inning/sdk/bank';

/** An amount of the bank, a number of JSON or a text. Nothing is rounded. */
export function centsOf(amount: unknown): Cents {
  const sum = readDecimalCents(amount);
  if (sum === null) throw new ConnectorRefusedError('ABN AMRO gave an amount that cannot be read.');
  return sum;
}

/** A mutation as a line; null for one of nothing. */
export function lineOf(mutation: JsonFields): BankLine | null {
  const id = asText(mutation['transactionId']);
  const bookedOn = asText(mutation['bookDate']);
  if (id === null) throw new ConnectorRefusedError('ABN AMRO gave a mutation without a number.');
  if (!isCalendarDate(bookedOn)) {
    throw new ConnectorRefusedError('ABN AMRO gave a mutation without a day.');
  }
  const amountCents = centsOf(mutation['amount']);
  if (amountCents === 0) return null;
  const text = textOf(mutation, amountCents);
  return {
    bankReference: `${id}~${amountCents}`,
    place: {},
    bookedOn,
    valueOn: null,
    amountCents,
    currency: asText(mutation['currency']) ?? 'EUR',
    ...counterpartyOf(mutation, text),
    description: text.description,
    structuredReference: text.structuredReference ?? paymentReferenceIn(text.description),
    endToEndId: text.endToEndId,
    transactionId: id,
    mandateId: text.mandateId,
    isReversal: text.isReturn,
    typeCode: asText(mutation['mutationCode']),
  };
}

/** Up to nine lines of 32 characters, in one of the forms of the statements of this bank. */
function textOf({ descriptionLines }: JsonFields, amountCents: Cents): PaymentText {
  const all: readonly unknown[] = Array.isArray(descriptionLines) ? descriptionLines : [];
  const lines = all.filter((line): line is string => typeof line === 'string');
  const direction = amountCents > 0 ? 'received' : 'paid';
  const read = readSlashCodes(lines, direction, COLUMN) ?? readLabels(lines);
  return read ?? { ...NO_TEXT, description: tidy(joinColumns(lines)) };
}

/** The field for the name holds 24 characters: the text often says the whole of it. */
function counterpartyOf(mutation: JsonFields, text: PaymentText) {
  const account = asText(mutation['counterPartyAccountNumber']);
  return {
    counterpartyName: text.name ?? asText(mutation['counterPartyName']),
    counterpartyAccount: account?.replace(/\s/g, '') ?? text.account,
    counterpartyBic: text.bic,
  };
}

/** Null when the consent is not for an account. */
export const ibanIn = (consent: JsonFields): string | null =>
  asText(asFields(consent)['iban'])?.replace(/\s/g, '') ?? null;
