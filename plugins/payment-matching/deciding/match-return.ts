import { claimOf } from '../book/book.ts';
import type { Book, Scope } from '../book/book.ts';
import { findReferences } from '../finding/find-references.ts';
import type { Payment } from '../reading/payment.ts';
import { lettersAndDigits } from '../reading/plain-text.ts';
import { readText } from '../reading/read-text.ts';
import type { Proposal, Signal } from '../drafting/proposal.ts';

/**
 * A direct debit that the bank took back, on the invoice that was collected with it: by the reference
 * of the direct debit, else by the number in the text. Only the amount that was collected is sure.
 */
export function matchReturn(book: Book, scope: Scope, payment: Payment): Proposal[] {
  const inScope = (row: number) => scope.has(book.invoices.administration[row] ?? -1);
  const reference = lettersAndDigits(payment.endToEndId);
  const byReference = reference === '' ? [] : book.endToEndIds.find(reference).filter(inScope);
  const text = readText(`${payment.text} , ${payment.structuredReference}`, book.ownWords);
  const written = findReferences({ book, scope, text }).filter(
    (one) => (one.kind === 'number' || one.kind === 'kenmerk') && one.weight >= 6,
  );
  const rows = new Map<number, Signal[]>();
  const add = (row: number, signal: Signal) => rows.set(row, [...(rows.get(row) ?? []), signal]);
  for (const row of byReference) {
    add(row, { code: 'direct-debit', points: 8, detail: payment.endToEndId });
  }
  for (const one of written)
    add(one.row, { code: 'number-exact', points: 5, detail: one.piece.digits });
  return [...rows]
    .filter(([row]) => book.invoices.isCollected[row] === true)
    .map(([row, signals]) => weighReturn(book, payment, { row, signals }));
}

type Returned = { readonly row: number; readonly signals: readonly Signal[] };

function weighReturn(book: Book, payment: Payment, { row, signals }: Returned): Proposal {
  const isWhole = book.invoices.amount[row] === -payment.amountCents;
  const isOpen = claimOf(book, row) === 0;
  const more: Signal[] = isWhole ? [{ code: 'amount-return', points: 4, detail: '' }] : [];
  const conflicts: Signal[] = [];
  if (!isWhole) conflicts.push({ code: 'amount-return', points: -4, detail: '' });
  if (!isOpen) conflicts.push({ code: 'returned-before', points: -6, detail: '' });
  const all = [...signals, ...more];
  const score = [...all, ...conflicts].reduce((sum, one) => sum + one.points, 0);
  return {
    fit: 'return',
    parts: [{ row, amountCents: payment.amountCents }],
    debtor: book.invoices.debtor[row] ?? -1,
    named: [],
    points: 0,
    equals: 0,
    score,
    signals: all,
    conflicts,
    payer: null,
  };
}
