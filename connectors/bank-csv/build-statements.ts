import { type Cents, invariant, type ReadStatement, subtractCents } from '@inning/sdk';
import {
  createReferences,
  createWarnings,
  gatherLines,
  type LineDraft,
  type References,
  type Warnings,
} from '@inning/sdk/bank';
import type { ReadLine } from './read-line.ts';

/** The statements of a table: one for each account and currency in it, lines from old to new. */
export function buildStatements(lines: readonly ReadLine[]): ReadStatement[] {
  const byAccount = Map.groupBy(lines, ({ account, draft }) => `${account} ${draft.currency}`);
  const references = createReferences();
  return [...byAccount.values()].map((its) => buildStatement(oldestFirst(its), references));
}

function buildStatement(lines: readonly ReadLine[], references: References): ReadStatement {
  const warnings = createWarnings();
  const drafts = lines.map(({ draft }) => draft).filter((draft) => isMoney(draft, warnings));
  checkBalances(lines, warnings);
  const about = aboutStatement(lines, warnings);
  const facts = { account: about.account, marks: Object.values(about).map(String) };
  const gathered = gatherLines(references);
  for (const draft of drafts) gathered.add(draft);
  return {
    ...about,
    lines: gathered.finish(facts).lines,
    warnings: warnings.list(),
  };
}

function aboutStatement(lines: readonly ReadLine[], warnings: Warnings) {
  const [first] = lines;
  const last = lines.at(-1);
  invariant(first && last, 'an account is there because of its lines');
  if (first.account === '') {
    const message = 'This table does not say of which account it is.';
    warnings.add(message, first.draft.place, 'ACCOUNT_MISSING');
  }
  const openingCents = openingOf(first);
  const closingCents = last.balanceCents;
  return {
    format: 'CSV',
    account: first.account,
    currency: first.draft.currency,
    number: `${first.draft.bookedOn} ${last.draft.bookedOn}`,
    sequence: null,
    openingCents,
    openingOn: openingCents === null ? null : first.draft.bookedOn,
    closingCents,
    closingOn: closingCents === null ? null : last.draft.bookedOn,
  };
}

/** Some banks begin with the newest booking; then the whole table is the other way round. */
function oldestFirst(lines: readonly ReadLine[]): readonly ReadLine[] {
  const first = lines[0]?.draft.bookedOn ?? '';
  const last = lines.at(-1)?.draft.bookedOn ?? '';
  if (first < last) return lines;
  const isReversed = first > last || breaksIn(lines.toReversed()) < breaksIn(lines);
  return isReversed ? lines.toReversed() : lines;
}

/** How many balances do not follow from the line before. */
function breaksIn(lines: readonly ReadLine[]): number {
  return lines.filter((line, index) => !follows(line, lines[index - 1])).length;
}

function follows({ balanceCents, draft }: ReadLine, before: ReadLine | undefined): boolean {
  if (before === undefined || before.balanceCents === null || balanceCents === null) return true;
  return BigInt(before.balanceCents) + BigInt(draft.amountCents) === BigInt(balanceCents);
}

const openingOf = ({ balanceCents, draft }: ReadLine): Cents | null =>
  balanceCents === null ? null : subtractCents(balanceCents, draft.amountCents);

function checkBalances(lines: readonly ReadLine[], warnings: Warnings): void {
  const [first] = lines;
  const withoutBalance = lines.find(({ balanceCents }) => balanceCents === null);
  if (withoutBalance !== undefined) {
    const message = 'This table has no balances to check it with.';
    warnings.add(message, first?.draft.place ?? {}, 'BALANCES_MISSING');
  }
  for (const [index, line] of lines.entries()) {
    if (follows(line, lines[index - 1])) continue;
    const message = 'A balance does not follow from the one before and the amount.';
    warnings.add(message, line.draft.place, 'BALANCES_DIFFER');
  }
}

function isMoney({ amountCents, place }: LineDraft, warnings: Warnings): boolean {
  if (amountCents === 0) warnings.add('A line of zero was left out.', place, 'LINE_ZERO');
  return amountCents !== 0;
}
