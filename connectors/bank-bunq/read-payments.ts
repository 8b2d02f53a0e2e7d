import {
  asFields,
  asText,
  type BankLine,
  type CalendarDate,
  type Cents,
  ConnectorRefusedError,
  type JsonFields,
} from '@inning/sdk';
import { bankDay, readDecimalCents } from '@inning/sdk/bank';
import { asNumber } from './ask-bunq.ts';

/** `-12.50` as -1250: "the amount formatted to two decimal places". */
export function centsOf(amount: unknown): Cents {
  const sum = readDecimalCents(asText(asFields(amount)['value']));
  if (sum === null) throw new ConnectorRefusedError('bunq gave an amount that cannot be read.');
  return sum;
}

const TIME = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.\d{1,6})?$/;

/** bunq tells times in UTC; the day of a booking is the one in the Netherlands. */
export function dayOf(created: unknown): CalendarDate {
  const [, day, time] = TIME.exec(asText(created) ?? '') ?? [];
  const at = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(at)) throw new ConnectorRefusedError('bunq gave a time that cannot be read.');
  return bankDay(new Date(at), 'Europe/Amsterdam');
}

/** A payment as a line; null for one of nothing, such as a check of a card. */
export function lineOf(payment: JsonFields): BankLine | null {
  const id = asNumber(payment['id']);
  if (id === null) throw new ConnectorRefusedError('bunq gave a payment without a number.');
  const amountCents = centsOf(payment['amount']);
  if (amountCents === 0) return null;
  const bookedOn = dayOf(payment['created']);
  const types = [asText(payment['type']), asText(payment['sub_type'])];
  return {
    bankReference: `bunq-${id}`,
    place: {},
    bookedOn,
    valueOn: null,
    amountCents,
    currency: asText(asFields(payment['amount'])['currency']) ?? 'EUR',
    ...counterpartyOf(asFields(payment['counterparty_alias'])),
    description: asText(payment['description']) ?? '',
    structuredReference: null,
    endToEndId: null,
    transactionId: String(id),
    mandateId: null,
    isReversal: payment['sub_type'] === 'REVERSAL',
    typeCode: types.filter((one) => one !== null).join('/') || null,
  };
}

const counterpartyOf = (other: JsonFields) => ({
  counterpartyName: asText(other['display_name']),
  counterpartyAccount:
    (asText(other['iban']) ?? asText(other['swift_account_number']))?.replace(/\s/g, '') ?? null,
  counterpartyBic: asText(other['swift_bic']),
});
