import { type Static, Type } from '@inning/sdk';

const Cents = (description: string) => Type.Integer({ description });
const Day = (description: string) => Type.String({ format: 'date', description });
// One line: a line break in a name could pass for a line of the letter.
const Line = (description: string, minLength = 0) =>
  Type.String({ pattern: '^[^\\u0000-\\u001f\\u007f]*$', minLength, description });
const LineOrNull = (description: string) => Type.Union([Line(''), Type.Null()], { description });
const Closed = { additionalProperties: false } as const;

/** Web pages only: a link in a letter never runs a script. */
const WebAddress = (description: string) =>
  Type.String({ pattern: '^https?://[^\\s"<>]+$', description });

const InvoiceValues = Type.Object(
  {
    number: Line('Invoice number as the creditor wrote it', 1),
    invoicedOn: Day('Invoice date'),
    dueOn: Day('Due date'),
    totalCents: Cents('Amount of the invoice'),
    openCents: Cents('Still open of this invoice, without costs and interest'),
    paidCents: Type.Optional(Cents('Paid or credited of the amount of the invoice')),
    costsCents: Type.Optional(Cents('Collection costs of this invoice that are owed now')),
    interestCents: Type.Optional(Cents('Interest on this invoice that is owed now')),
    toPayCents: Type.Optional(Cents('To pay now for this invoice, costs and interest included')),
    announcedCents: Type.Optional(
      Cents('Collection costs of this invoice that are added when the debtor pays too late'),
    ),
  },
  Closed,
);

const InterestValues = Type.Object(
  {
    number: Line('Number of the invoice that bears it', 1),
    fromOn: Day('First day that bears it'),
    untilOn: Day('Last day that bears it'),
    days: Type.Integer({ description: 'Number of days' }),
    percent: Line('Percent a year, such as 10.15', 1),
    baseCents: Cents('Amount that bears it'),
    amountCents: Cents('Interest of these days; payments on it are not taken off'),
  },
  Closed,
);

/**
 * Everything a letter may show, and nothing else. Values are text and numbers that are filled in
 * once: braces in a debtor's name stay braces.
 */
export const LetterValuesSchema = Type.Object(
  {
    currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'Currency of every amount' }),
    creditor: Type.Object(
      {
        name: Line('Name by which the debtor knows the creditor', 1),
        logoUrl: Type.Union(
          [
            Type.String({ pattern: '^(https?://|data:image/(png|jpeg|gif);base64,)[^\\s"<>]+$' }),
            Type.Null(),
          ],
          { description: 'Picture at the top; the name stands there when there is none' },
        ),
        address: LineOrNull('Postal address in one line'),
        email: LineOrNull('Where questions go'),
        phone: LineOrNull('Telephone number for questions'),
        iban: LineOrNull("The creditor's own account"),
        accountName: LineOrNull('Name on that account'),
      },
      Closed,
    ),
    agency: Type.Object(
      {
        name: Line('Who writes for the creditor', 1),
        registrationNumber: LineOrNull('Its number in the public register of debt collectors'),
        complaints: LineOrNull('Where a complaint goes: an address, a page or a telephone number'),
      },
      Closed,
    ),
    debtor: Type.Object(
      {
        name: Line('Name of the person or the business', 1),
        attention: LineOrNull('Who it is for within a business, shown behind "T.a.v."'),
        salutation: Type.Union(
          [
            Type.Literal('mr'),
            Type.Literal('ms'),
            Type.Literal('neutral'),
            Type.Literal('organisation'),
          ],
          {
            description:
              'How the greeting starts; "mr" and "ms" only when the greeted name has no title of its own',
          },
        ),
        language: Type.Union([
          Type.Literal('nl'),
          Type.Literal('en'),
          Type.Literal('de'),
          Type.Literal('fr'),
        ]),
      },
      Closed,
    ),
    amounts: Type.Object(
      {
        openCents: Cents('To pay now: principal, costs and interest together'),
        principalCents: Cents('Open of the invoices themselves'),
        costsCents: Cents('Collection and administration costs that are owed now'),
        interestCents: Cents('Interest that is owed now'),
        totalCents: Type.Optional(Cents('Amounts of the invoices together, paid or not')),
        paidCents: Type.Optional(Cents('Paid or credited of that')),
        announcedCents: Cents(
          'Collection costs that are added when the debtor pays too late; else 0',
        ),
        lastDayOn: Type.Optional(
          Type.Union([Day(''), Type.Null()], {
            description: 'Last day to pay without announced costs, when it is known',
          }),
        ),
        costState: Type.Union([
          Type.Literal('none'),
          Type.Literal('announced'),
          Type.Literal('claimable'),
        ]),
      },
      Closed,
    ),
    invoices: Type.Array(InvoiceValues, {
      minItems: 1,
      description: 'Open invoices, oldest first',
    }),
    interest: Type.Optional(
      Type.Array(InterestValues, {
        description: 'How the interest that is asked for grew, by invoice and period',
      }),
    ),
    payment: Type.Object(
      {
        iban: Line('Account to pay to', 1),
        name: Line('Name on that account', 1),
        reference: Line('What to write with the payment', 1),
      },
      Closed,
    ),
    payUrl: WebAddress('Page on which this debtor pays'),
    respondUrl: WebAddress('Page on which this debtor answers, asks or disputes'),
    today: Day('The day of the letter'),
  },
  Closed,
);
export type LetterValues = Static<typeof LetterValuesSchema>;
