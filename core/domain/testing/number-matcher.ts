import {
  type BankLine,
  cents,
  type MatchDecision,
  type MatchInvoice,
  message,
  type PaymentMatchPort,
} from '@inning/sdk';

const because = message('test.number');
const wordsOf = (line: BankLine): string[] => line.description.split(/[ ?]+/);

/** Books when a word of the description is a number; `?` behind it makes that a proposal. */
export const numberMatcher: PaymentMatchPort = {
  keywords: wordsOf,
  match({ book, lines }) {
    const left = new Map(book.invoices.map((one) => [one.invoiceId, openOf(one)]));
    return lines.map((line) => {
      const words = wordsOf(line);
      const named = book.invoices.filter((one) => words.includes(one.number));
      let leftCents: number = line.amountCents;
      const allocations = named.flatMap(({ invoiceId }) => {
        const amountCents = Math.min(leftCents, left.get(invoiceId) ?? 0);
        leftCents -= amountCents;
        return amountCents > 0 ? [{ invoiceId, amountCents: cents(amountCents) }] : [];
      });
      if (allocations.length === 0) return decisionOf('leave', []);
      if (line.description.includes('?')) {
        const owners = named.map((one) => one.debtorId);
        return { ...decisionOf('propose', allocations), heldDebtorIds: [...new Set(owners)] };
      }
      for (const { invoiceId, amountCents } of allocations) {
        left.set(invoiceId, (left.get(invoiceId) ?? 0) - amountCents);
      }
      return decisionOf('book', allocations);
    });
  },
};

const openOf = (one: MatchInvoice): number =>
  one.principalCents + one.costsCents + one.interestCents;

const CERTAINTY = { book: 1, propose: 0.7, leave: 0 } as const;
type Allocations = MatchDecision['proposals'][number]['allocations'];

const decisionOf = (
  decision: MatchDecision['decision'],
  allocations: Allocations,
): MatchDecision => ({
  decision,
  certainty: CERTAINTY[decision],
  proposals:
    allocations.length === 0
      ? []
      : [{ allocations, score: 10, signals: [], conflicts: [], because }],
  margin: 10,
  policy: 'test',
  heldDebtorIds: [],
  teachesPayer: decision === 'book',
  because,
});
