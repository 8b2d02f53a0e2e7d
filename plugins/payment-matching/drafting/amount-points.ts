import { amountsOf, debtorOf } from '../book/book.ts';
import type { Case } from './case.ts';

/**
 * Points for an amount that is exactly what is owed on an invoice. An amount that only one invoice of
 * the creditor has says almost as much as a number; that of a subscription says little.
 */
export function pointsOfAmount(open: Case, row: number): number {
  const { book, ofAmount, payment, payers } = open;
  const debtors = new Set<number>();
  for (const other of ofAmount) {
    if (amountsOf(book, other).includes(payment.amountCents)) debtors.add(debtorOf(book, other));
  }
  const rare = 2 + pointsOfRarity(debtors.size);
  const isPayer = (payers.get(debtorOf(book, row))?.points ?? 0) >= 3;
  return isPayer ? Math.max(3, rare) : rare;
}

function pointsOfRarity(debtors: number): number {
  if (debtors <= 1) return 3;
  if (debtors <= 3) return 2.2;
  if (debtors <= 20) return 1.3;
  return debtors <= 100 ? 0.6 : 0;
}
