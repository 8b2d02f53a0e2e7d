import type { BankLine, MatchCandidate } from '@inning/sdk';
import { findPieces, findRuns, type Piece } from './find-runs.ts';
import { CUE } from './invoice-words.ts';

export type Mention = {
  readonly candidate: MatchCandidate;
  /** Long enough, or introduced as an invoice, to be no coincidence. */
  readonly isStrong: boolean;
};
type Hit = { readonly piece: Piece; readonly form: Form; readonly candidate: MatchCandidate };
type Form = { readonly text: string; readonly isWhole: boolean };

const SHORTEST_ALONE = 5;
const SHORTEST_DIGITS = 4;

/**
 * Candidates whose number stands in the description, in the order of the text. A longer reading wins
 * over a shorter one inside it. Numbers that several candidates answer to are settled by the amount,
 * else by the payer's account, else left out.
 */
export function findMentions(line: BankLine, candidates: readonly MatchCandidate[]): Mention[] {
  const runs = findRuns(`${line.description} , ${line.endToEndId ?? ''}`);
  const pieces = findPieces(runs);
  const all = hitsOf(pieces, candidates);
  // A loose reading counts only when no tight one says anything.
  const tight = all.filter((hit) => hit.piece.isTight);
  const kept = withoutInner(tight.length > 0 ? tight : all);
  const mentions = new Map<string, Mention>();
  for (const hits of Map.groupBy(kept, (hit) => `${hit.piece.from} ${hit.piece.to}`).values()) {
    const hit = settle(line, hits);
    if (!hit) continue;
    const before = runs[hit.piece.from - 1]?.text ?? '';
    const isStrong = isStrongHit(hit, before) || mentions.get(hit.candidate.invoiceId)?.isStrong;
    mentions.set(hit.candidate.invoiceId, {
      candidate: hit.candidate,
      isStrong: isStrong ?? false,
    });
  }
  return [...mentions.values()];
}

function hitsOf(pieces: readonly Piece[], candidates: readonly MatchCandidate[]): Hit[] {
  const byText = Map.groupBy(pieces, (piece) => piece.text);
  return candidates.flatMap((candidate) =>
    formsOf(candidate.number).flatMap((form) =>
      (byText.get(form.text) ?? []).map((piece) => ({ piece, form, candidate })),
    ),
  );
}

/** The number as it is, without leading zeros, and only its last digits: payers drop a prefix. */
export function formsOf(number: string): Form[] {
  const whole = number.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const digits = /\d+$/.exec(whole)?.[0] ?? '';
  const forms = [{ text: whole, isWhole: true }];
  const bare = whole.replace(/^0+/, '');
  if (bare !== whole && bare.length >= SHORTEST_DIGITS) forms.push({ text: bare, isWhole: true });
  if (digits !== whole && digits.length >= SHORTEST_DIGITS) {
    forms.push({ text: digits, isWhole: false });
  }
  return forms;
}

function withoutInner(hits: readonly Hit[]): Hit[] {
  const isInside = (inner: Piece, outer: Piece) =>
    outer.from <= inner.from &&
    inner.to <= outer.to &&
    outer.to - outer.from > inner.to - inner.from;
  return hits
    .filter((hit) => !hits.some((other) => isInside(hit.piece, other.piece)))
    .sort((a, b) => a.piece.from - b.piece.from);
}

/** Which of the candidates that answer to the same text is meant; null when that cannot be told. */
function settle(line: BankLine, hits: readonly Hit[]): Hit | null {
  const whole = hits.filter((hit) => hit.form.isWhole);
  const meant = whole.length > 0 ? whole : hits;
  const [only] = meant;
  if (only && meant.length === 1) return only;
  const ofAmount = meant.filter((hit) => hit.candidate.openCents === line.amountCents);
  if (ofAmount.length === 1) return ofAmount[0] ?? null;
  const account = line.counterpartyAccount;
  const ofAccount = meant.filter(
    (hit) => account && hit.candidate.debtorAccounts.includes(account),
  );
  return ofAccount.length === 1 ? (ofAccount[0] ?? null) : null;
}

function isStrongHit({ piece, form }: Hit, before: string): boolean {
  if (CUE.test(before)) return true;
  if (/^(?:19|20)\d{2}$/.test(piece.text)) return false; // Looks like a year.
  return piece.isTight && form.text.length >= SHORTEST_ALONE;
}
