import type { MatchDecision } from '../../ports/payment-match-port.ts';
import { type ContractCheck, expectThat } from './contract-suite.ts';

const line = (amountCents: number, description: string) => ({
  place: { line: 1 },
  bankReference: `ref-${amountCents}`,
  bookedOn: '2026-03-14',
  valueOn: null,
  amountCents,
  currency: 'EUR',
  counterpartyName: 'J. Jansen',
  counterpartyAccount: 'NL91ABNA0417164300',
  description,
  structuredReference: null,
  endToEndId: null,
  isReversal: false,
  typeCode: null,
});
const OPEN_CENTS = 12_500;
const BOOK = {
  ownNames: ['Bakkerij'],
  ownAccounts: ['NL20INGB0001234567'],
  debtors: [
    {
      debtorId: '000000000000000000000002',
      number: 'D1',
      kind: 'consumer',
      name: 'Jan Jansen',
      accounts: ['NL91ABNA0417164300'],
    },
  ],
  invoices: [
    {
      invoiceId: '000000000000000000000001',
      debtorId: '000000000000000000000002',
      number: '2026-001',
      paymentReference: null,
      description: null,
      dueOn: '2026-03-01',
      totalCents: OPEN_CENTS,
      principalCents: OPEN_CENTS,
      costsCents: 0,
      interestCents: 0,
    },
  ],
  plans: [],
  facts: [],
  earlier: [],
};
const LINES = [
  line(5_000, 'deel van 2026-001'),
  line(12_500, 'factuur 2026-001'),
  line(99_999, '2026-001 en nog wat'),
  line(1, ''),
];

const sumOf = (decision: MatchDecision, at: number): number =>
  (decision.proposals[at]?.allocations ?? []).reduce((total, one) => total + one.amountCents, 0);

/** What is promised of whatever proposes matches. */
export const MATCH_CHECKS: readonly ContractCheck[] = [
  {
    name: 'answers every line, in order',
    about: 'contract',
    async run(open) {
      const decisions = await (await open()).call('match', { book: BOOK, lines: LINES });
      expectThat(
        Array.isArray(decisions) && decisions.length === LINES.length,
        'it does not answer every line',
      );
    },
  },
  {
    name: 'never proposes more than came in, or more than is open',
    about: 'contract',
    async run(open) {
      const bench = await open();
      const asked = { book: BOOK, lines: LINES };
      const decisions = (await bench.call('match', asked)) as readonly MatchDecision[];
      let bookedCents = 0;
      for (const [at, decision] of decisions.entries()) {
        for (const [which, proposal] of decision.proposals.entries()) {
          expectThat(
            proposal.allocations.every(
              ({ amountCents }) => Number.isSafeInteger(amountCents) && amountCents > 0,
            ),
            'an amount is not a whole number of cents above zero',
          );
          const sum = sumOf(decision, which);
          const most = Math.min(LINES[at]?.amountCents ?? 0, OPEN_CENTS);
          expectThat(sum <= most, `it proposes ${sum} cents`);
        }
        if (decision.decision === 'book') bookedCents += sumOf(decision, 0);
      }
      expectThat(bookedCents <= OPEN_CENTS, `it books ${bookedCents} cents, more than is open`);
    },
  },
  {
    name: 'proposes nothing where there is nothing to choose from',
    about: 'contract',
    async run(open) {
      const book = { ...BOOK, invoices: [] };
      const asked = { book, lines: LINES.slice(0, 1) };
      const decisions = (await (await open()).call('match', asked)) as readonly MatchDecision[];
      expectThat(
        decisions.every((one) => one.proposals.length === 0 && one.decision === 'leave'),
        'it proposes something without invoices',
      );
    },
  },
];
