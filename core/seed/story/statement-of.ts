import { type BankLine, type BankStatement, type CalendarDate, cents } from '@inning/sdk';
import { inventIban } from '../iban.ts';
import type { PlannedBooks } from './plan-books.ts';
import type { PlannedInvoice, PlannedPayment } from './planned.ts';

export type Period = { readonly from: CalendarDate; readonly to: CalendarDate };

/** The statement of an account over some days, both ends included: what was planned, and the rent. */
export function statementOf(
  account: string,
  books: Pick<PlannedBooks, 'invoices'>,
  { from, to }: Period,
): BankStatement {
  const paid = books.invoices.flatMap((invoice) =>
    invoice.payments
      .filter(({ on }) => on >= from && on <= to)
      .map((payment, part) => paymentLine(invoice, payment, part)),
  );
  const lines = [...paid, ...rentIn(account, { from, to })];
  return {
    account,
    currency: 'EUR',
    number: to,
    openingCents: null,
    openingOn: from,
    closingCents: null,
    closingOn: to,
    lines: lines.toSorted((a, b) => (a.bookedOn < b.bookedOn ? -1 : 1)),
    warnings: [],
  };
}

const SAYINGS: readonly ((invoice: PlannedInvoice) => string)[] = [
  ({ number }) => `Factuur ${number}`,
  ({ number }) => number,
  ({ number, debtor }) => `Fact.nr ${number} klantnr ${debtor.number}`,
  ({ number }) => `Betaling factuur ${number}`,
];

/** Who has a payment reference uses it, mostly; others write the number as they like. */
function paymentLine(invoice: PlannedInvoice, { on, cents: amount }: PlannedPayment, part: number) {
  const { number, paymentReference, debtor } = invoice;
  const draw = Number(number.replace(/\D/g, '').slice(-3)) + part;
  const hasReference = paymentReference !== null && draw % 4 !== 0;
  const say = SAYINGS[draw % SAYINGS.length] ?? (() => number);
  return lineOf({
    bankReference: `${number}-${on}-${part}`,
    bookedOn: on,
    amountCents: cents(amount),
    counterpartyName: debtor.name,
    counterpartyAccount: debtor.iban,
    description: hasReference ? '' : say(invoice),
    structuredReference: hasReference ? paymentReference : null,
  });
}

export const lineOf = (
  line: Pick<BankLine, 'bankReference' | 'bookedOn' | 'amountCents'> & Partial<BankLine>,
): BankLine => ({
  place: {},
  valueOn: line.bookedOn,
  currency: 'EUR',
  counterpartyName: null,
  counterpartyAccount: null,
  description: '',
  structuredReference: null,
  endToEndId: null,
  isReversal: false,
  typeCode: null,
  ...line,
});

const RENT_CENTS = -184_500;

function rentIn(account: string, { from, to }: Period): BankLine[] {
  const first = `${to.slice(0, 7)}-01`;
  if (first < from) return [];
  return [
    lineOf({
      bankReference: `huur-${account.slice(-4)}-${first}`,
      bookedOn: first,
      amountCents: cents(RENT_CENTS),
      counterpartyName: 'Vastgoed De Haven',
      counterpartyAccount: inventIban('ABNA', 900_000_000),
      description: 'Huur bedrijfsruimte',
    }),
  ];
}
