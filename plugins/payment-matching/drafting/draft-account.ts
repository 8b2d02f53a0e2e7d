import { openRowsOf } from '../book/book.ts';
import type { Case } from './case.ts';
import { pickAmounts } from './pick-amounts.ts';
import type { Draft } from './proposal.ts';

const MOST_DEBTORS = 6;
const MOST_ROWS = 24;
const SURE = 6;

/**
 * One account pays for all who use it, such as a household or the companies of a group, and says nothing:
 * all that they owe together is exactly this, and no other sum of it is. Null when it is not so.
 */
export function draftAccount({ book, payers, payment }: Case): Draft | null {
  const holders = [...payers].filter(([, payer]) => isHolder(payer.how, payer.points));
  if (holders.length < 2 || holders.length > MOST_DEBTORS) return null;
  const owing = holders.map(([debtor]) => openRowsOf(book, debtor, MOST_ROWS));
  const rows = owing.flat();
  if (owing.filter((own) => own.length > 0).length < 2 || rows.length > MOST_ROWS) return null;
  const groups = (isOptional: boolean) => rows.map((row) => ({ row, isOptional }));
  const all = pickAmounts(book, payment.amountCents, groups(false));
  if (!all) return null;
  const isOneOfSums = pickAmounts(book, payment.amountCents, groups(true))?.isOnly !== true;
  const base = { debtor: -1, named: [], equals: 0 } as const;
  return { ...base, fit: 'all', parts: all.parts, points: 4, isOneOfSums };
}

const isHolder = (how: string, points: number): boolean =>
  (how === 'account' && points >= SURE) || how === 'learned';
