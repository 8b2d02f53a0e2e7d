import { amountsOf } from '../book/book.ts';
import type { Case } from '../drafting/case.ts';
import type { Draft } from '../drafting/proposal.ts';

const PERCENT = /(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:%|PROCENT\b|PCT\b|PERCENT\b|PROZENT\b)/gi;

/** Whether the payer says which percentage was kept, and what came is exactly what that leaves. */
export function isDiscount({ book, payment }: Case, { parts }: Draft): boolean {
  const [part] = parts;
  if (part === undefined || parts.length > 1) return false;
  const owed = amountsOf(book, part.row);
  return [...payment.text.matchAll(PERCENT)].some(([, text = '']) => {
    const percent = Number(text.replace(',', '.'));
    // Rounding may go either way by a cent.
    return owed.some((cents) => {
      const left = (cents * (100 - percent)) / 100;
      return percent > 0 && Math.abs(left - payment.amountCents) <= 1;
    });
  });
}
