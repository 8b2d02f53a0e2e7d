import type { Case } from '../drafting/case.ts';
import { nameWords } from '../reading/name-words.ts';

/** Words of the text that no payment, creditor or name explains. */
export function strangersIn({ text, payment, book }: Case, debtor: number): string[] {
  if (text.unknown.length === 0) return [];
  const names = new Set([
    ...nameWords(payment.counterpartyName),
    ...nameWords(book.debtors.names[debtor]?.name ?? ''),
    ...(book.debtors.names[debtor]?.tradeNames ?? []).flatMap(nameWords),
    ...nameWords(text.onBehalfOf),
  ]);
  return text.unknown.filter((word) => !names.has(word));
}
