import { debtorOf } from '../book/book.ts';
import type { Payer } from '../finding/find-payers.ts';
import { monthFits } from '../drafting/draft-unnamed.ts';
import type { Case } from '../drafting/case.ts';
import type { Draft, Proposal, Signal } from '../drafting/proposal.ts';
import { findConflicts } from './find-conflicts.ts';
import { namedWeight } from './named-weight.ts';
import type { Past } from './past.ts';

/** Adds up what speaks for and against a way to book a payment. */
export function weighDraft(open: Case, past: Past, draft: Draft): Proposal {
  const signals = [
    ...payerSignal(open, draft),
    ...namedSignal(draft),
    ...aboutSignals(open, draft),
    ...monthSignal(open, draft),
  ];
  if (draft.points > 0) {
    signals.push({ code: `amount-${draft.fit}`, points: draft.points, detail: '' });
  }
  const conflicts = findConflicts(open, past, draft);
  if (draft.points < 0) {
    conflicts.push({ code: `amount-${draft.fit}`, points: draft.points, detail: '' });
  }
  const score = [...signals, ...conflicts].reduce((sum, one) => sum + one.points, 0);
  return { ...draft, score, signals, conflicts, payer: payerOf(open, draft) };
}

function payerSignal(open: Case, draft: Draft): Signal[] {
  const { payment } = open;
  const payer = payerOf(open, draft);
  if (!payer) return [];
  const detail =
    payer.how === 'text'
      ? payment.text.slice(0, 70)
      : payer.how === 'account'
        ? payment.counterpartyAccount
        : payment.counterpartyName;
  return [{ code: `payer-${payer.how}`, points: payer.points, detail }];
}

/** Of several debtors the one that the payer resembles least; all of them must be his. */
function payerOf({ payers, book }: Case, { debtor, named, parts }: Draft): Payer | null {
  if (debtor >= 0) return payers.get(debtor) ?? null;
  const debtors =
    named.length > 0 ? named.map((one) => one.debtor) : parts.map(({ row }) => debtorOf(book, row));
  const all = debtors.map((one) => payers.get(one));
  let least: Payer | null = null;
  for (const payer of all) {
    if (!payer) return null;
    if (!least || payer.points < least.points) least = payer;
  }
  return least;
}

function namedSignal(draft: Draft): Signal[] {
  if (draft.named.length === 0) return [];
  const points = namedWeight(draft) + Math.min(2, (draft.named.length - 1) * 0.5);
  const how = draft.named.every((one) => one.how === 'exact') ? 'exact' : 'loose';
  const detail = draft.named.map((one) => one.piece.digits).join(', ');
  return [{ code: `number-${how}`, points, detail }];
}

/** Dossier, customer or plan in the text: all there is, or a confirmation beside a number. */
function aboutSignals(open: Case, draft: Draft): Signal[] {
  const about = open.references.filter(
    (one) => one.debtor === draft.debtor && !['number', 'kenmerk'].includes(one.kind),
  );
  const best = about.toSorted((a, b) => b.weight - a.weight)[0];
  if (!best) return [];
  const isBeside = draft.named.some(
    (one) => one.piece.from < best.piece.to && best.piece.from < one.piece.to,
  );
  if (isBeside) return [];
  const points = draft.named.length > 0 ? Math.min(2.5, best.weight * 0.4) : best.weight;
  const signals: Signal[] = [{ code: `about-${best.kind}`, points, detail: best.piece.digits }];
  if (open.isOffice && best.weight >= 4.5) {
    signals.push({ code: 'payer-office', points: 3, detail: open.payment.counterpartyName });
  }
  return signals;
}

function monthSignal(open: Case, draft: Draft): Signal[] {
  const [part] = draft.parts;
  if (draft.fit !== 'exact' || !part || monthFits(open, part.row) !== true) return [];
  return [{ code: 'month', points: 1.5, detail: open.book.invoices.period[part.row] ?? '' }];
}
