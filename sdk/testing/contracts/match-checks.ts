import type { MatchProposal } from '../../ports/payment-match-port.ts';
import { type ContractCheck, expectThat } from './contract-suite.ts';

const line = (amountCents: number, description: string) => ({
  place: { line: 1 },
  bankReference: 'ref-1',
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
const CANDIDATE = {
  invoiceId: '000000000000000000000001',
  debtorId: '000000000000000000000002',
  number: '2026-001',
  paymentReference: null,
  openCents: 12_500,
  debtorName: 'Jan Jansen',
  debtorNumber: 'D1',
  debtorAccounts: ['NL91ABNA0417164300'],
};
const LINES = [
  line(12_500, 'factuur 2026-001'),
  line(5_000, 'deel van 2026-001'),
  line(99_999, '2026-001 en nog wat'),
  line(1, ''),
];

/** What is promised of whatever proposes matches. */
export const MATCH_CHECKS: readonly ContractCheck[] = [
  {
    name: 'never proposes more than came in, or more than is open',
    about: 'contract',
    async run(open) {
      const bench = await open();
      for (const one of LINES) {
        const proposal = (await bench.call('propose', one, [CANDIDATE])) as MatchProposal | null;
        const booked = (proposal?.allocations ?? []).map(
          ({ amountCents }) => amountCents as number,
        );
        const sum = booked.reduce((total, amount) => total + amount, 0);
        expectThat(
          booked.every((amount) => Number.isSafeInteger(amount) && amount > 0),
          'an amount is not a whole number of cents above zero',
        );
        expectThat(
          sum <= one.amountCents && sum <= CANDIDATE.openCents,
          `it proposes ${sum} cents`,
        );
      }
    },
  },
  {
    name: 'proposes nothing where there is nothing to choose from',
    about: 'contract',
    async run(open) {
      const proposal = await (await open()).call('propose', LINES[0], []);
      expectThat(proposal === null, 'it proposes something without candidates');
    },
  },
];
