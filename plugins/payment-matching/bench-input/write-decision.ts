import type { Book } from '../book/book.ts';
import type { Decision } from '../deciding/create-matcher.ts';
import type { Part } from '../deciding/proposal.ts';
import type { Payment } from '../reading/payment.ts';

/** One line of the result, with the line feed. With `explain` also what was found and what speaks against it. */
export function writeDecision(
  book: Book,
  decision: Decision,
  { explain }: { readonly payment: Payment; readonly explain: boolean },
): string {
  const allocationsOf = (parts: readonly Part[]) =>
    parts.map(({ row, amountCents }) => ({ invoiceId: book.invoices.id[row] ?? '', amountCents }));
  const [best] = decision.proposals;
  const line = {
    transactionId: decision.transactionId,
    decision: decision.decision,
    confidence: decision.certainty,
    allocations: best ? allocationsOf(best.parts) : [],
    ...(decision.decision === 'suggest'
      ? { suggestions: decision.proposals.map((one) => allocationsOf(one.parts)) }
      : {}),
    ...(explain
      ? {
          explanation: decision.proposals.map(({ fit, score, signals, conflicts }) => ({
            fit,
            score,
            signals,
            conflicts,
          })),
          margin: decision.margin,
        }
      : {}),
  };
  return `${JSON.stringify(line)}\n`;
}
