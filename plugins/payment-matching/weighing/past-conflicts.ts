import type { Case } from '../drafting/case.ts';
import type { Draft, Signal } from '../drafting/proposal.ts';
import { isPayer } from './is-payer.ts';
import { MUST_WAIT, type Past } from './past.ts';

/** Ways to book that nothing but the payer or a part of an amount points at. */
export const GUESSED = new Set<Draft['fit']>([
  'only-open',
  'dossier',
  'part',
  'over',
  'short',
  'amount-only',
]);

/** The next part of an invoice, by the same standing order with the same words. */
const isInstalment = ({ isStanding }: Past, { fit }: Draft): boolean =>
  fit === 'term' || (fit === 'part' && isStanding);

/** What earlier payments of the run say against it. */
export function pastConflicts(open: Case, past: Past, draft: Draft): Signal[] {
  const isUnnamed = draft.named.length === 0;
  const isWaitedFor = isPayer(open.payers.get(draft.debtor) ?? null) && past.isWaitedFor(draft);
  const all: readonly (readonly [boolean, string, number])[] = [
    [past.isRepeat && !isInstalment(past, draft), 'repeat', -6],
    [past.isSameAmount && GUESSED.has(draft.fit) && isUnnamed, 'repeat-amount', -4],
    [isWaitedFor && !isInstalment(past, draft), MUST_WAIT, -3],
    [draft.isOneOfSums === true, 'several-sums', -8],
    [isUnnamed && draft.fit !== 'term' && past.hasEqualBooking(draft), 'equal-booked', -8],
  ];
  return all.filter(([isSo]) => isSo).map(([, code, points]) => ({ code, points, detail: '' }));
}
