import { sayMessage } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import type { DebtorInput, InvoiceInput } from '../book/book-input.ts';
import { createBookBuilder } from '../book/create-book.ts';
import type { Payment } from '../reading/payment.ts';
import { createMatcher } from './create-matcher.ts';
import { explainDecision } from '../explaining/explain-decision.ts';
import { explanationTexts } from '../explaining/explanation.texts.ts';
import { createKnowledge } from '../finding/knowledge.ts';
import { NORMAL_POLICY } from './policy.ts';

const ACCOUNT = 'NL91ABNA0417164300';
const IBAN = 'NL20INGB0001234567';
const debtor = (debtorId: string, more: Partial<DebtorInput> = {}): DebtorInput => ({
  debtorId,
  administrationId: 'A',
  customerNumber: `K${debtorId}`,
  isBusiness: false,
  name: 'T.M. Gielen',
  initials: 'TM',
  lastName: 'Gielen',
  tradeNames: [],
  ibans: [IBAN],
  ...more,
});
const invoice = (number: string, open: number, more: Partial<InvoiceInput> = {}): InvoiceInput => ({
  invoiceId: number,
  administrationId: 'A',
  debtorId: '10001',
  number,
  paymentReference: null,
  dossierNumber: null,
  dueOn: `2025-01-${String(10 + (Number(number.slice(-1)) || 0))}`,
  period: null,
  description: null,
  amountCents: open,
  openCents: open,
  costsCents: 0,
  interestCents: 0,
  isCollected: false,
  endToEndId: null,
  ...more,
});
const paid = (amountCents: number, text: string, more: Partial<Payment> = {}): Payment => ({
  transactionId: 'T',
  account: ACCOUNT,
  bookedOn: '2025-05-05',
  amountCents,
  counterpartyName: 'T M GIELEN',
  counterpartyAccount: IBAN,
  text,
  structuredReference: '',
  endToEndId: '',
  mandateId: '',
  isReversal: false,
  ...more,
});

function matcherOf(invoices: InvoiceInput[], debtors = [debtor('10001')]) {
  const builder = createBookBuilder();
  builder.addAdministration('A', 'Uitgeverij');
  builder.addAccount({ iban: ACCOUNT, holder: 'Uitgeverij', administrationIds: ['A'] });
  for (const one of debtors) builder.addDebtor(one);
  for (const one of invoices) builder.addInvoice(one);
  const book = builder.finish();
  const matcher = createMatcher({ book, knowledge: createKnowledge(), policy: NORMAL_POLICY });
  const decide = (payment: Payment) => {
    const decision = matcher.match(payment);
    const parts = decision.proposals[0]?.parts ?? [];
    const said = parts.map(({ row, amountCents }) => `${book.invoices.id[row]}=${amountCents}`);
    return [decision.decision, ...said.toSorted()].join(' ');
  };
  return { book, matcher, decide };
}
const two = [invoice('F2024-00121', 10_000), invoice('F2024-00188', 2_550)];
const STRANGER = { counterpartyName: 'B. Post', counterpartyAccount: 'NL02RABO0000000002' };

describe('a payment by the debtor', () => {
  it.each([
    ['Factuur F2024-00121', 10_000, 'auto F2024-00121=10000'],
    ['F24-00121', 10_000, 'auto F2024-00121=10000'],
    ['nr F2024-03121', 10_000, 'auto F2024-00121=10000'],
    ['F2O24-OO121', 10_000, 'auto F2024-00121=10000'],
    ['', 10_000, 'auto F2024-00121=10000'],
    ['alles voldaan', 12_550, 'auto F2024-00121=10000 F2024-00188=2550'],
    ['F2024-00121/00188', 12_550, 'auto F2024-00121=10000 F2024-00188=2550'],
    ['F2024-00121 en F2024-00188', 12_400, 'auto F2024-00121=10000 F2024-00188=2400'],
    ['F2024-00121 deel 1', 4_000, 'auto F2024-00121=4000'],
    ['factuur F2024-00121', 10_100, 'auto F2024-00121=10000'],
    ['gift jubileum', 4_321, 'none'],
  ])('"%s" of %i is %s', (text, amount, expected) => {
    expect(matcherOf(two).decide(paid(amount, text))).toBe(expected);
  });

  it('is not booked twice', () => {
    const { decide } = matcherOf(two);
    expect(decide(paid(2_550, 'F2024-00188'))).toBe('auto F2024-00188=2550');
    expect(decide(paid(2_550, 'F2024-00188'))).not.toMatch(/^auto/);
  });

  it('of a part is a standing order when it comes again a week later, and a repeat the day after', () => {
    const { decide } = matcherOf(two, [debtor('10001', { ibans: [] })]);
    const on = (bookedOn: string) =>
      decide(paid(2_000, 'aflossing factuur F2024-00121', { bookedOn, counterpartyAccount: '' }));
    expect(on('2025-05-05')).toBe('auto F2024-00121=2000');
    expect(on('2025-05-06')).toBe('suggest F2024-00121=2000');
    expect(on('2025-05-13')).toBe('auto F2024-00121=2000');
  });

  it('of one of several equal invoices makes room when another payment names that one', () => {
    const { decide } = matcherOf([invoice('20250101', 2_450), invoice('20250102', 2_450)]);
    expect(decide(paid(2_450, ''))).toBe('auto 20250101=2450');
    expect(decide(paid(2_450, '20250101'))).toBe('auto 20250101=2450');
  });
});

describe('a payment by somebody else', () => {
  it('is booked with number and amount, and then known by account and name', () => {
    const { decide } = matcherOf(two);
    expect(decide(paid(10_000, 'Factuur F2024-00121', STRANGER))).toBe('auto F2024-00121=10000');
    expect(decide(paid(2_550, '', STRANGER))).toBe('auto F2024-00188=2550');
  });

  it('is only proposed with a part of it, and not at all with another creditor', () => {
    const { decide } = matcherOf(two);
    expect(decide(paid(4_000, 'F2024-00121', STRANGER))).toBe('suggest F2024-00121=4000');
    expect(decide(paid(10_000, 'F2024-00121', { account: 'NL00OTHER' }))).toBe('none');
  });

  it('is not booked where two debtors fit as well', () => {
    const { decide } = matcherOf(
      [invoice('20250101', 2_450), invoice('20250102', 2_450, { debtorId: '10002' })],
      [debtor('10001'), debtor('10002', { initials: 'TM' })],
    );
    expect(decide(paid(2_450, ''))).toMatch(/^suggest/);
  });
});

it('explains itself in four languages, as a sentence and as data', () => {
  const { book, matcher } = matcherOf(two);
  const explanation = explainDecision(book, matcher.match(paid(10_000, 'Factuur F2024-00121')));

  expect(explanation).toMatchObject({ policy: NORMAL_POLICY.version, conflicts: [] });
  expect(explanation.signals.map((one) => one.code)).toEqual([
    'payer-account',
    'number-exact',
    'amount-exact',
  ]);
  for (const language of ['nl', 'en', 'de', 'fr'] as const) {
    expect(sayMessage(explanationTexts, explanation.because, language)).not.toMatch(/why|\{/);
  }
});
