import type { Book, Scope } from '../book/book.ts';
import type { SettlementInput } from '../book/book-input.ts';
import type { Part, Proposal, Signal } from '../drafting/proposal.ts';
import type { Payment } from '../reading/payment.ts';
import type { FoundSettlement } from './find-settlement.ts';
import { readSettlementLine } from './read-settlement-line.ts';

type Where = { readonly book: Book; readonly scope: Scope; readonly isSettled: boolean };

/** Every line of the report that names an invoice, at what the payer paid; fees and other sales are left out. */
export function matchSettlement(
  { book, scope, isSettled }: Where,
  payment: Payment,
  { settlement, isNamed }: FoundSettlement,
): Proposal[] {
  const lines = settlement.lines.map((line) => readSettlementLine(book, scope, line));
  const amounts = new Map<number, number>();
  for (const { row, amountCents } of lines) {
    if (row >= 0) amounts.set(row, (amounts.get(row) ?? 0) + amountCents);
  }
  const parts: Part[] = [...amounts].map(([row, amountCents]) => ({ row, amountCents }));
  if (parts.length === 0) return [];
  const detail = settlement.settlementId;
  const signals: Signal[] = [
    isNamed
      ? { code: 'settlement', points: 12, detail }
      : { code: 'settlement-by-amount', points: 9.5, detail },
  ];
  const unsure = lines.find((line) => line.isUnsure);
  const conflicts: Signal[] = againstReport(settlement, payment);
  if (unsure) conflicts.push({ code: 'settlement-unsure', points: -6, detail: unsure.description });
  if (isSettled) conflicts.push({ code: 'repeat', points: -6, detail });
  const score = [...signals, ...conflicts].reduce((sum, one) => sum + one.points, 0);
  const base = { debtor: -1, named: [], points: 0, equals: 0, payer: null } as const;
  return [{ ...base, fit: 'settlement', parts, score, signals, conflicts }];
}

const againstReport = ({ netCents }: SettlementInput, { amountCents }: Payment): Signal[] =>
  netCents === amountCents
    ? []
    : [{ code: 'settlement-amount', points: -6, detail: String(netCents) }];
