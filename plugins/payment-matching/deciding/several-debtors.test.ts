import { beforeEach, describe, expect, it } from 'vitest';
import type { SettlementInput } from '../book/book-input.ts';
import { createBookBuilder } from '../book/create-book.ts';
import { createKnowledge } from '../finding/knowledge.ts';
import type { Payment } from '../reading/payment.ts';
import { createMatcher } from './create-matcher.ts';
import { NORMAL_POLICY } from './policy.ts';

const ACCOUNT = 'NL91ABNA0417164300';
const HOUSE = 'NL20INGB0001234567';
const OFFICE = { counterpartyName: 'Noord Bewindvoering B.V.', counterpartyAccount: 'NL02RABO1' };

const debtor = (debtorId: string, lastName: string, ibans: string[] = []) => ({
  debtorId,
  administrationId: 'A',
  customerNumber: `K${debtorId}`,
  isBusiness: false,
  name: `T.M. ${lastName}`,
  initials: 'TM',
  lastName,
  tradeNames: [],
  ibans,
});
const invoice = (number: string, debtorId: string, openCents: number) => ({
  invoiceId: number,
  administrationId: 'A',
  debtorId,
  number,
  paymentReference: null,
  dossierNumber: debtorId === '10001' ? 'D25000017' : debtorId === '10002' ? 'D25000099' : null,
  dueOn: `2025-01-${number.slice(-2)}`,
  period: null,
  description: null,
  amountCents: openCents,
  openCents,
  costsCents: 0,
  interestCents: 0,
  isCollected: openCents === 0,
  endToEndId: null,
});
const line = (amountCents: number, description: string, consumerName: string) => ({
  amountCents,
  description,
  consumerName,
});
const report = (settlementId: string, netCents: number): SettlementInput => ({
  settlementId,
  netCents,
  lines: [
    line(10_000, 'Factuur F2024-00111', 'T.M. Gielen'),
    line(3_340, 'F2024-00114', 'T.M. Bakker'),
    line(2_039, 'Webshop bestelling 44193', 'E. de Wit'),
  ],
});

let decide: (amountCents: number, text: string, by?: Partial<Payment>) => string;

beforeEach(() => {
  const builder = createBookBuilder();
  builder.addAdministration('A', 'Uitgeverij');
  builder.addAccount({ iban: ACCOUNT, holder: 'Uitgeverij', administrationIds: ['A'] });
  builder.addDebtor(debtor('10001', 'Gielen', [HOUSE]));
  builder.addDebtor(debtor('10002', 'Postma', [HOUSE]));
  builder.addDebtor(debtor('10003', 'Bakker'));
  builder.addInvoice(invoice('F2024-00111', '10001', 10_000));
  builder.addInvoice(invoice('F2024-00112', '10001', 2_551));
  builder.addInvoice(invoice('F2024-00113', '10002', 7_777));
  builder.addInvoice(invoice('F2024-00114', '10003', 3_340));
  builder.addInvoice(invoice('F2024-00115', '10003', 0));
  builder.addSettlement(report('3141593.2505.0001', 15_283));
  const book = builder.finish();
  const matcher = createMatcher({ book, knowledge: createKnowledge(), policy: NORMAL_POLICY });
  decide = (amountCents, text, by = OFFICE) => {
    const about = { structuredReference: '', endToEndId: '', mandateId: '', isReversal: false };
    const day = { transactionId: 'T', account: ACCOUNT, bookedOn: '2025-05-05' };
    const who = { counterpartyName: '', counterpartyAccount: '', ...by };
    const { decision, proposals } = matcher.match({ ...about, ...day, ...who, amountCents, text });
    const parts = proposals[0]?.parts ?? [];
    const said = parts.map(
      (part) => `${book.invoices.id[part.row]?.slice(-2)}=${part.amountCents}`,
    );
    return [decision, ...said.toSorted()].join(' ');
  };
});

describe('one payment for several debtors', () => {
  it.each([
    ['numbers', 'F2024-00111, F2024-00114', 13_340, 'auto 11=10000 14=3340'],
    [
      'what is paid of each',
      'F2024-00111 25,00; F2024-00113 77,77',
      10_277,
      'auto 11=2500 13=7777',
    ],
    ['amounts first', '€ 25,00 F2024-00111 € 5,00 F2024-00114', 3_000, 'auto 11=2500 14=500'],
    [
      'the total too',
      'F2024-00111 25,00 F2024-00114 5,00 totaal 30,00',
      3_000,
      'auto 11=2500 14=500',
    ],
    ['files', 'dossier D25000017 / dossier D25000099', 20_328, 'auto 11=10000 12=2551 13=7777'],
    [
      'part of files, oldest first',
      'D25000017 110,00, D25000099 10,00',
      12_000,
      'auto 11=10000 12=1000 13=1000',
    ],
    ['customers', 'klantnr K10002 + klantnr K10003', 11_117, 'auto 13=7777 14=3340'],
  ])('is booked where the text gives %s and the sum is exact', (...[, text, paid, expected]) => {
    expect(decide(paid, text)).toBe(expected);
  });

  it.each([
    ['one is mistyped', 'F2024-00111, F2024-001143', 13_340, 'suggest 11=10000 14=3340'],
    [
      'costs were kept',
      'afdracht na kosten F2024-00111, F2024-00114',
      13_000,
      'suggest 11=10000 14=3000',
    ],
    [
      'a number is unknown',
      'F2024-00111, F2024-00114, F2024-09876',
      20_000,
      'suggest 11=10000 14=3340',
    ],
    [
      'one was paid before',
      'F2024-00111, F2024-00115, F2024-00114',
      20_000,
      'suggest 11=10000 14=3340',
    ],
  ])(
    'waits for a person when %s, with all that is named as proposal',
    (...[, text, paid, expected]) => {
      expect(decide(paid, text)).toBe(expected);
    },
  );

  it('is left alone when nothing in it names anybody', () => {
    expect(decide(20_000, 'verzamelbetaling mei')).toBe('none');
  });

  it('is booked from the account they share when it is exactly all they owe', () => {
    const by = { counterpartyName: 'T.M. Gielen', counterpartyAccount: HOUSE };
    expect(decide(20_328, 'alle rekeningen', by)).toBe('auto 11=10000 12=2551 13=7777');
  });
});

it('books what an employer keeps of wages for a file, and no wages', () => {
  const by = { counterpartyName: 'Bakkerij Smit B.V.', counterpartyAccount: 'NL03RABO3' };
  expect(decide(1_234, 'beslag op loon D25000099', by)).toBe('auto 13=1234');
  expect(decide(1_235, 'salaris mei D25000099', by)).not.toMatch(/^auto/);
});

describe('a payment of a payment service provider', () => {
  const MOLLIE = {
    counterpartyName: 'STICHTING MOLLIE PAYMENTS',
    counterpartyAccount: 'NL30ABNA3',
  };

  it.each(['uitbetaling 3141593.2505.0001', 'uitbetaling 3141593 2505 0001', 'uitbetaling'])(
    'with the text "%s" is booked by its report, once',
    (text) => {
      expect(decide(15_283, text, MOLLIE)).toBe('auto 11=10000 14=3340');
      expect(decide(15_283, text, MOLLIE)).not.toMatch(/^auto/);
    },
  );

  it('is left alone when there is no report of it', () => {
    expect(decide(15_284, 'uitbetaling 3141593.2505.0002', MOLLIE)).toBe('none');
    expect(decide(15_283, 'zonder nummer', { counterpartyName: 'B. Post' })).not.toMatch(/^auto/);
  });
});

it('lets a person choose between two payments of one debtor for one invoice', () => {
  const by = { counterpartyName: 'T.M. Bakker', counterpartyAccount: 'NL04RABO4' };
  expect(decide(3_340, 'vakantie', by)).toBe('suggest 14=3340');
  expect(decide(3_340, 'F2024-00114', by)).toBe('suggest 14=3340');
});
