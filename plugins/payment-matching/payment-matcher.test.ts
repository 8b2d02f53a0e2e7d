import { type BankLine, cents, type MatchCandidate, sayMessage, sumCents } from '@inning/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paymentMatcher } from './payment-matcher.ts';
import { paymentMatchingTexts } from './payment-matching.texts.ts';

const IBAN = 'NL91ABNA0417164300';
const line = (description: string, amount: number, more: Partial<BankLine> = {}): BankLine => ({
  place: {},
  bankReference: 'x',
  bookedOn: '2026-03-01',
  valueOn: null,
  amountCents: cents(amount),
  currency: 'EUR',
  counterpartyName: null,
  counterpartyAccount: null,
  description,
  structuredReference: null,
  endToEndId: null,
  isReversal: false,
  typeCode: null,
  ...more,
});
const invoice = (
  number: string,
  open = 10_000,
  more: Partial<MatchCandidate> = {},
): MatchCandidate => ({
  invoiceId: `id-${number}`,
  debtorId: 'debtor',
  number,
  paymentReference: null,
  openCents: cents(open),
  debtorName: 'Jansen',
  debtorNumber: '1',
  debtorAccounts: [],
  ...more,
});
const outcome = (of: BankLine, candidates: MatchCandidate[]) => {
  const proposal = paymentMatcher.propose(of, candidates);
  return proposal
    ? `${proposal.confidence} ${proposal.allocations
        .map((part) => `${part.invoiceId.slice(3)}=${part.amountCents}`)
        .join(' ')}`
    : 'nothing';
};

describe('a payment reference', () => {
  const known = invoice('77', 5_000, { paymentReference: 'RF18 5390 0754 7034' });

  it('is certain in its own field and in the description, with spaces', () => {
    const inField = line('', 5_000, { structuredReference: 'RF18539007547034' });
    expect(outcome(inField, [known])).toBe('certain 77=5000');
    expect(outcome(line('kenmerk RF18 5390 0754 7034', 5_000), [known])).toBe('certain 77=5000');
  });

  it('is certain for a part and plausible for too much', () => {
    const paid = (amount: number) => line('', amount, { structuredReference: 'RF18539007547034' });
    expect(outcome(paid(2_000), [known])).toBe('certain 77=2000');
    expect(outcome(paid(6_000), [known])).toBe('plausible 77=5000');
  });
});

describe('a payment reference that is only the invoice number', () => {
  const known = (number: string, open: number) =>
    invoice(number, open, { paymentReference: number });
  const text = 'Facturen 2026-0021 en 2026-0027';
  const one = invoice('2026-0021', 10_000);
  const other = invoice('2026-0027', 2_500);

  it.each([
    ['both', [known('2026-0021', 10_000), known('2026-0027', 2_500)]],
    ['the first', [known('2026-0021', 10_000), other]],
    ['the last', [one, known('2026-0027', 2_500)]],
  ])('pays both invoices that are named when the sum fits and %s has it', (_, candidates) => {
    const proposal = paymentMatcher.propose(line(text, 12_500), candidates);
    expect(proposal?.confidence).toBe('certain');
    expect(proposal?.allocations).toHaveLength(2);
    expect(sumCents(proposal?.allocations.map((part) => part.amountCents) ?? [])).toBe(12_500);
  });

  it('is as certain as ever for one invoice', () => {
    const mine = known('2026-0021', 10_000);
    expect(outcome(line('2026-0021', 10_000), [mine, other])).toBe('certain 2026-0021=10000');
    expect(outcome(line('2026-0021', 4_000), [mine, other])).toBe('certain 2026-0021=4000');
    const inField = line('', 4_000, { structuredReference: '2026-0021' });
    expect(outcome(inField, [mine, other])).toBe('certain 2026-0021=4000');
    expect(outcome(line(text, 10_000), [mine, other])).toBe('certain 2026-0021=10000');
  });

  it('is plausible for several whose sum does not fit', () => {
    const mine = known('2026-0021', 10_000);
    expect(outcome(line(text, 11_000), [mine, other])).toBe(
      'plausible 2026-0021=10000 2026-0027=1000',
    );
  });
});

describe('a short number with letters', () => {
  it.each([
    'Factuur A-1',
    'factuurnummer: A1 bedankt',
    'Invoice A 1',
    'invoice no. A-1',
    'Rechnung A/1',
  ])('is found behind a word for an invoice: "%s"', (text) => {
    expect(outcome(line(text, 10_000), [invoice('A-1')])).toBe('certain A-1=10000');
    expect(paymentMatcher.keywords(line(text, 1))).toContain('A1');
  });

  it.each(['A-1', 'snelweg A1', 'factuur A-12', 'factuur A-1/2026', 'nr A1', 'factuur 1'])(
    'is not found in "%s"',
    (text) => {
      expect(outcome(line(text, 10_000), [invoice('A-1')])).toBe('nothing');
    },
  );
});

describe('an invoice number', () => {
  it.each([
    ['Factuur F2026-0042', 'F2026-0042'],
    ['f 2026 0042 bedankt', 'F2026-0042'],
    ['betaling 20260042', 'F2026-0042'],
    ['FACTUUR20260042', '20260042'],
    ['nr. 0042137, dank', '42137'],
    ['Inv.nr:VK/26/118', 'VK26-118'],
  ])('is read in "%s"', (description, number) => {
    const stored = number === '42137' ? '0042137' : number;
    expect(outcome(line(description, 10_000), [invoice(stored)])).toBe(`certain ${stored}=10000`);
  });

  it('is a whole word: 1001 is not in 10012, nor in an account, an amount or a date', () => {
    const other = [invoice('1001')];
    expect(outcome(line('factuur 10012', 10_000), other)).toBe('nothing');
    expect(outcome(line('van NL91 ABNA 0417 1643 00', 10_000), [invoice('0417')])).toBe('nothing');
    expect(outcome(line('bedrag 1.001,00', 10_000), other)).toBe('nothing');
    expect(outcome(line('d.d. 10-01-2026', 10_000), [invoice('2026')])).toBe('nothing');
  });

  it('reads the longer number when one lies in the other', () => {
    const both = [invoice('2026-001', 10_000), invoice('2026', 500)];
    expect(outcome(line('factuur 2026-001', 10_000), both)).toBe('certain 2026-001=10000');
    const loose = [invoice('1001'), invoice('10012')];
    expect(outcome(line('factuur 1001 2 stuks', 10_000), loose)).toBe('certain 1001=10000');
  });

  it('is certain for a part of one clear number, plausible for a number that may be anything', () => {
    expect(outcome(line('factuur 1001', 4_000), [invoice('1001')])).toBe('certain 1001=4000');
    expect(outcome(line('huur 2026', 4_000), [invoice('2026')])).toBe('plausible 2026=4000');
    expect(outcome(line('huur 2026', 10_000), [invoice('2026')])).toBe('certain 2026=10000');
  });

  it('is not certain for a part when something speaks against it', () => {
    const other = invoice('55555', 900, { debtorId: 'other', debtorAccounts: [IBAN] });
    const mine = invoice('10017', 10_000);
    const paid = line('10017', 4_000, { counterpartyAccount: IBAN });

    expect(outcome(paid, [mine, other])).toBe('plausible 10017=4000');
    expect(outcome(line('10017 min creditnota', 4_000), [mine])).toBe('plausible 10017=4000');
  });

  it('is certain for several when the sum fits, else plausible', () => {
    const two = [invoice('10017', 10_000), invoice('10018', 2_500)];
    expect(outcome(line('10017 + 10018', 12_500), two)).toBe('certain 10017=10000 10018=2500');
    expect(outcome(line('10017, 10018', 11_000), two)).toBe('plausible 10017=10000 10018=1000');
    expect(outcome(line('10017/10018', 13_000), two)).toBe('plausible 10017=10000 10018=2500');
  });

  it('that two invoices answer to is settled by the amount, then by the account, else left alone', () => {
    const two = [invoice('A10017', 10_000, { debtorAccounts: [IBAN] }), invoice('B10017', 7_000)];
    expect(outcome(line('10017', 7_000), two)).toBe('certain B10017=7000');
    expect(outcome(line('10017', 3_000, { counterpartyAccount: IBAN }), two)).toBe(
      'certain A10017=3000',
    );
    expect(outcome(line('10017', 3_000), two)).toBe('nothing');
  });
});

describe('a known account', () => {
  const paid = (amount: number) => line('bedankt', amount, { counterpartyAccount: IBAN });
  const theirs = [
    invoice('1', 4_000, { debtorAccounts: [IBAN] }),
    invoice('2', 6_000, { debtorAccounts: [IBAN] }),
  ];

  it('is plausible for exactly all, or exactly one invoice, and never certain', () => {
    expect(outcome(paid(10_000), theirs)).toBe('plausible 1=4000 2=6000');
    expect(outcome(paid(6_000), theirs)).toBe('plausible 2=6000');
    expect(outcome(paid(5_000), theirs)).toBe('nothing');
  });
});

describe('every proposal', () => {
  it('keeps within what came in and what is open, and can be said in four languages', () => {
    const anyInvoice = fc.record({
      number: fc.stringMatching(/^[A-Z]{0,2}[0-9]{2,6}$/),
      open: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(anyInvoice, { selector: (one) => one.number, maxLength: 6 }),
        fc.array(fc.oneof(fc.nat(5), fc.constantFrom(' ', '-', 'factuur ', '12', 'x')), {
          maxLength: 12,
        }),
        fc.integer({ min: 1, max: 1_000 }),
        (drawn, words, amount) => {
          const candidates = drawn.map((one) => invoice(one.number, one.open));
          const text = words.map((word) =>
            typeof word === 'number' ? (candidates[word]?.number ?? '') : word,
          );
          const proposal = paymentMatcher.propose(line(text.join(' '), amount), candidates);
          if (!proposal) return;
          const open = new Map(candidates.map((one) => [one.invoiceId, one.openCents]));
          for (const part of proposal.allocations) {
            expect(part.amountCents).toBeLessThanOrEqual(open.get(part.invoiceId) ?? 0);
          }
          const total = sumCents(proposal.allocations.map((part) => part.amountCents));
          expect(total).toBeLessThanOrEqual(amount);
          for (const language of ['nl', 'en', 'de', 'fr'] as const) {
            const said = sayMessage(paymentMatchingTexts, proposal.because, language);
            expect(said).not.toMatch(/payment-matching\.|\{/);
          }
        },
      ),
    );
  });

  it('looks candidates up by every way to read a number', () => {
    expect(paymentMatcher.keywords(line('fact. F 2026-17', 1))).toEqual(
      expect.arrayContaining(['F202617', '202617']),
    );
  });
});
