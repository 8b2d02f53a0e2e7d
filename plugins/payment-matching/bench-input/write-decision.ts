import type { Book } from '../book/book.ts';
import type { Decision } from '../deciding/create-matcher.ts';
import { explainDecision } from '../explaining/explain-decision.ts';
import type { Part } from '../drafting/proposal.ts';

/** One line of the result, with its line feed; with `explain` also why, as a sentence and as data. */
export function writeDecision(
  book: Book,
  decision: Decision,
  { explain }: { readonly explain: boolean },
): string {
  const allocationsOf = (parts: readonly Part[]) =>
    parts.map(({ row, amountCents }) => ({ invoiceId: book.invoices.id[row] ?? '', amountCents }));
  const proposals = decision.proposals.map(({ parts }) => allocationsOf(parts));
  const line = {
    transactionId: decision.transactionId,
    decision: decision.decision,
    confidence: decision.certainty,
    allocations: proposals[0] ?? [],
    ...(decision.decision === 'suggest' ? { suggestions: proposals } : {}),
    ...(explain ? { explanation: explainDecision(book, decision) } : {}),
  };
  return `${JSON.stringify(line)}\n`;
}
