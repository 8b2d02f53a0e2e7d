import {
  type BankLine,
  type Cents,
  cents,
  type MatchCandidate,
  type MatchProposal,
  message,
  type Message,
  minCents,
  subtractCents,
  sumCents,
} from '@inning/sdk';
import { findMentions, formsOf } from './find-mentions.ts';
import { findPieces, findRuns } from './find-runs.ts';

type Confidence = MatchProposal['confidence'];

/**
 * Which invoices a received amount pays. Certain is: an exact payment reference or an invoice number,
 * with the whole open amount of all that are named, or with less for a single one. Everything else that
 * points somewhere is plausible; what points nowhere gets no proposal.
 */
export function proposeMatch(
  line: BankLine,
  candidates: readonly MatchCandidate[],
): MatchProposal | null {
  return byReference(line, candidates) ?? byNumber(line, candidates) ?? byAccount(line, candidates);
}

function byReference(line: BankLine, candidates: readonly MatchCandidate[]): MatchProposal | null {
  const written = new Set([plain(line.structuredReference), plain(line.endToEndId)]);
  for (const piece of findPieces(findRuns(line.description))) written.add(piece.text);
  written.delete('');
  const named = candidates.filter((one) => written.has(plain(one.paymentReference)));
  const [first] = named;
  if (!first) return null;
  const all = named.some(isOnlyNumber) ? withMentioned(line, named, candidates) : named;
  const kind = all.length > named.length ? 'numbers' : 'reference';
  const because = (code: string) =>
    message(`payment-matching.${kind}-${code}`, facts(line, all, first));
  // One reference for several invoices, and the amount of exactly one of them.
  const exact = all.filter((one) => one.openCents === line.amountCents);
  const meant = all.length > 1 && exact.length === 1 ? exact : all;
  return weigh(line, meant, { isClear: isUndisputed(line, meant, candidates), because });
}

/** Some books give the invoice number as payment reference; it then says no more than the number does. */
const isOnlyNumber = ({ number, paymentReference }: MatchCandidate): boolean =>
  formsOf(number).some((form) => form.text === plain(paymentReference));

/** Also what stands beside it in the text: clear numbers, or any when the amount is that of all together. */
function withMentioned(
  line: BankLine,
  named: readonly MatchCandidate[],
  candidates: readonly MatchCandidate[],
): readonly MatchCandidate[] {
  const beside = findMentions(line, candidates).filter(
    ({ candidate }) => !named.includes(candidate),
  );
  const all = [...named, ...beside.map((one) => one.candidate)];
  if (sumCents(all.map((one) => one.openCents)) === line.amountCents) return all;
  return [...named, ...beside.filter((one) => one.isStrong).map((one) => one.candidate)];
}

function byNumber(line: BankLine, candidates: readonly MatchCandidate[]): MatchProposal | null {
  const mentions = findMentions(line, candidates);
  const named = mentions.map((one) => one.candidate);
  const [first] = named;
  if (!first) return null;
  const several = named.length > 1 ? 'numbers' : 'number';
  const because = (code: string) =>
    message(`payment-matching.${several}-${code}`, facts(line, named, first));
  const isStrong = mentions.every((one) => one.isStrong);
  const isClear = isStrong && isUndisputed(line, named, candidates);
  return weigh(line, named, { isClear, because });
}

/** An amount against what is open of the invoices that are named. */
function weigh(
  line: BankLine,
  named: readonly MatchCandidate[],
  how: { readonly isClear: boolean; readonly because: (code: string) => Message },
): MatchProposal {
  const openCents = sumCents(named.map((one) => one.openCents));
  const proposal = (confidence: Confidence, code: string): MatchProposal => ({
    confidence,
    allocations: allocate(line.amountCents, named),
    because: how.because(code),
  });
  if (line.amountCents === openCents) return proposal('certain', 'exact');
  if (line.amountCents > openCents) return proposal('plausible', 'more');
  const isClearPart = named.length === 1 && how.isClear;
  return proposal(isClearPart ? 'certain' : 'plausible', 'part');
}

/**
 * False when something else speaks against a part payment: the account is that of another debtor, or
 * the payer says that a credit note was set off.
 */
function isUndisputed(
  line: BankLine,
  named: readonly MatchCandidate[],
  candidates: readonly MatchCandidate[],
): boolean {
  if (/credit|gutschrift|avoir/i.test(line.description)) return false;
  const account = plain(line.counterpartyAccount);
  const isTheirs = (one: MatchCandidate) =>
    one.debtorAccounts.some((iban) => plain(iban) === account);
  return account === '' || named.some(isTheirs) || !candidates.some(isTheirs);
}

/** An account that is known pays exactly all that its debtor owes, or exactly one invoice of his. */
function byAccount(line: BankLine, candidates: readonly MatchCandidate[]): MatchProposal | null {
  const account = plain(line.counterpartyAccount);
  if (!account) return null;
  const theirs = candidates.filter((one) =>
    one.debtorAccounts.some((iban) => plain(iban) === account),
  );
  const wholes = [...Map.groupBy(theirs, (one) => one.debtorId).values()].filter(
    (owed) => sumCents(owed.map((one) => one.openCents)) === line.amountCents,
  );
  const ones = theirs.filter((one) => one.openCents === line.amountCents);
  const named = wholes.length === 1 ? wholes[0] : ones.length === 1 ? ones : undefined;
  const first = named?.[0];
  if (!named || !first) return null;
  return {
    confidence: 'plausible',
    allocations: allocate(line.amountCents, named),
    because: message('payment-matching.account', facts(line, named, first)),
  };
}

function allocate(paidCents: Cents, named: readonly MatchCandidate[]) {
  let leftCents = paidCents;
  const allocations: { invoiceId: string; amountCents: Cents }[] = [];
  for (const { invoiceId, openCents } of named) {
    const amountCents = minCents(leftCents, openCents);
    if (amountCents > 0) allocations.push({ invoiceId, amountCents });
    leftCents = subtractCents(leftCents, amountCents);
  }
  return allocations;
}

const facts = (line: BankLine, named: readonly MatchCandidate[], first: MatchCandidate) => ({
  number: first.number,
  numbers: named.map((one) => one.number).join(', '),
  reference: first.paymentReference,
  amountCents: line.amountCents,
  openCents: cents(sumCents(named.map((one) => one.openCents))),
});

const plain = (text: string | null): string => (text ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
