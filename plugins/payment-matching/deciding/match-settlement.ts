import { amountsOf, claimOf, type Book, type Scope } from '../book/book.ts';
import type { SettlementInput, SettlementLine } from '../book/book-input.ts';
import { findReferences, findTyped } from '../finding/find-references.ts';
import { likenessOf } from '../finding/find-payers.ts';
import type { Reference } from '../finding/reference.ts';
import type { Payment } from '../reading/payment.ts';
import { readText } from '../reading/read-text.ts';
import { plainText } from '../reading/plain-text.ts';
import type { Part, Proposal, Signal } from '../drafting/proposal.ts';

/** The settlement that a payment of a payment service provider pays out, by its number in the text. */
export function settlementOf(book: Book, payment: Payment): SettlementInput | null {
  const words = plainText(
    `${payment.text} ${payment.endToEndId} ${payment.structuredReference}`,
  ).split(/[\s,;:()]+/);
  for (const word of words) {
    const found = book.settlements.get(word);
    if (found) return found;
  }
  const glued = words.join('');
  for (const [id, settlement] of book.settlements) {
    if (settlement.netCents === payment.amountCents && glued.includes(plainText(id)))
      return settlement;
  }
  return null;
}

/** Every line of the report that names an invoice, at what the payer paid; fees and other sales are left out. */
export function matchSettlement(
  { book, scope }: { readonly book: Book; readonly scope: Scope },
  payment: Payment,
  settlement: SettlementInput,
): Proposal[] {
  const lines = settlement.lines.map((line) => readLine(book, scope, line));
  const amounts = new Map<number, number>();
  for (const { row, amountCents } of lines) {
    if (row >= 0) amounts.set(row, (amounts.get(row) ?? 0) + amountCents);
  }
  const parts: Part[] = [...amounts].map(([row, amountCents]) => ({ row, amountCents }));
  if (parts.length === 0) return [];
  const signals: Signal[] = [{ code: 'settlement', points: 12, detail: settlement.settlementId }];
  const conflicts: Signal[] = [];
  const unsure = lines.find((line) => line.isUnsure);
  if (unsure) conflicts.push({ code: 'settlement-unsure', points: -6, detail: unsure.description });
  if (settlement.netCents !== payment.amountCents) {
    conflicts.push({ code: 'settlement-amount', points: -6, detail: String(settlement.netCents) });
  }
  const score = [...signals, ...conflicts].reduce((sum, one) => sum + one.points, 0);
  const base = { debtor: -1, named: [], points: 0, equals: 0, payer: null } as const;
  return [{ ...base, fit: 'settlement', parts, score, signals, conflicts }];
}

type ReadLine = {
  readonly row: number;
  readonly amountCents: number;
  readonly isUnsure: boolean;
  readonly description: string;
};

function readLine(book: Book, scope: Scope, line: SettlementLine): ReadLine {
  const { amountCents, description } = line;
  const ranked = rankLine(book, scope, line);
  const [best] = ranked;
  if (!best || best.points < LEAST_POINTS) {
    return { row: -1, amountCents, isUnsure: false, description };
  }
  const second = ranked.find(({ row }) => row !== best.row);
  const isClear = best.points >= CLEAR_POINTS && best.points - (second?.points ?? 0) >= 1;
  return { row: best.row, amountCents, isUnsure: !isClear || amountCents < 0, description };
}

const LEAST_POINTS = 5.2;
const CLEAR_POINTS = 7.5;

/** Invoices that a line may name, likeliest first. */
function rankLine(
  book: Book,
  scope: Scope,
  line: SettlementLine,
): { row: number; points: number }[] {
  const look = { book, scope, text: readText(line.description, book.ownWords) };
  const exact = findReferences(look);
  const all = exact.length > 0 ? exact : findTyped(look, exact);
  return all
    .filter((one) => one.kind === 'number' || one.kind === 'kenmerk')
    .map((one) => ({ row: one.row, points: pointsOfLine(book, line, one) }))
    .toSorted((a, b) => b.points - a.points);
}

/** A number, the amount and the name of who paid; a web shop's order may have the number of an invoice. */
function pointsOfLine(book: Book, line: SettlementLine, one: Reference): number {
  const likeness = likenessOf(book, line.consumerName, one.debtor);
  const isAmount = amountsOf(book, one.row).includes(line.amountCents);
  const isWithin = line.amountCents <= claimOf(book, one.row);
  return one.weight + likeness * 3 + (isAmount ? 2 : isWithin ? 0.6 : -1);
}
