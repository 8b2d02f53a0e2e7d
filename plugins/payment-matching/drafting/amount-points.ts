import { amountsOf, type Book, debtorOf } from '../book/book.ts';
import type { Case } from './case.ts';

const MOST_OF_AMOUNT = 800;

/**
 * Points for an amount that is exactly what is owed on an invoice. An amount that only one invoice of
 * the creditor has says almost as much as a number; that of a subscription says little.
 */
export function pointsOfAmount(open: Case, row: number): number {
  const { book, ofAmount, payment, payers } = open;
  const rare = 2 + pointsOfRarity(debtorsOwing(book, ofAmount, payment.amountCents));
  const debtor = debtorOf(book, row);
  const isPayer = (payers.get(debtor)?.points ?? 0) >= 3;
  return isPayer || isNamed(open, debtor) ? Math.max(3, rare) : rare;
}

/** The customer or the file is said: then how many others owe the same is of less weight. */
const isNamed = ({ references }: Case, debtor: number): boolean =>
  references.some(
    (one) =>
      one.debtor === debtor &&
      (one.kind === 'customer' || one.kind === 'dossier') &&
      one.weight >= 5.9,
  );

/** 0 to 3: how rare it is that a debtor owes this. */
export function rarityOf({ book, scope }: Case, amountCents: number): number {
  const { administration } = book.invoices;
  const rows = book.amounts.find(String(amountCents), MOST_OF_AMOUNT);
  const here = rows.filter((row) => scope.has(administration[row] ?? -1));
  return pointsOfRarity(debtorsOwing(book, here, amountCents));
}

function debtorsOwing(book: Book, rows: readonly number[], amountCents: number): number {
  const debtors = new Set<number>();
  for (const row of rows) {
    if (amountsOf(book, row).includes(amountCents)) debtors.add(debtorOf(book, row));
  }
  return debtors.size;
}

function pointsOfRarity(debtors: number): number {
  if (debtors <= 1) return 3;
  if (debtors <= 3) return 2.2;
  if (debtors <= 20) return 1.3;
  return debtors <= 100 ? 0.6 : 0;
}
