import type { PaymentMatchPort } from '@inning/sdk';
import type { AdministrationKey, Id, Scope } from '../../../store/index.ts';
import {
  type Administration,
  findAdministration,
  keyOfAdministration,
} from '../../administrations/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { bankLineOf } from '../statements/said-by-bank.ts';
import { completeBook } from './complete-book.ts';
import { type Decided, decideLines, decideWithout } from './decide-lines.ts';
import { addCounts, countDecided, type MatchCounts, NOTHING_MATCHED } from './match-counts.ts';
import { readBook } from './read-book.ts';
import { createTakeBack } from './take-back.ts';
import { createWriteDecisions } from './write-decisions.ts';
import { forAPerson, writeMost } from './write-most.ts';

/** The matcher that is switched on for an administration, or null. */
export type MatcherFor = (place: AdministrationKey) => Promise<PaymentMatchPort | null>;
export type MatchNewLines = (scope: Scope, administrationId: Id) => Promise<MatchCounts>;

/** Lines that are decided with one look at the book, and lines that are written in one transaction. */
const ROUND = 5_000;
const BATCH = 500;
/** Somebody who books in between makes a round start again; more often than this something else is wrong. */
const MOST_IDLE_ROUNDS = 20;

type Round = {
  readonly scope: Scope;
  readonly administration: Administration;
  readonly matcher: PaymentMatchPort | null;
  /** How often a line asked more than is owed though nothing of its round came before it. */
  readonly refused: Map<string, number>;
};

/**
 * Matches the lines that are still `new`, oldest first. A round reads what is open and has its lines
 * decided; then each batch is one transaction in which lines, payments, ledger and events change
 * together. After a crash the rest is still `new`, and two runs at once never book a line twice: when
 * something changed since the round began, the rest of it is decided anew.
 */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createMatchNewLines(
  deps: PaymentsDeps & { readonly matcherFor: MatcherFor },
): MatchNewLines {
  const { store } = deps;
  const writeDecisions = createWriteDecisions(deps);
  const takeBack = createTakeBack(deps);

  async function decide(round: Round, rows: readonly BankLineRow[]): Promise<Decided[]> {
    const { administration, matcher } = round;
    const without = new Map<BankLineRow, Decided | null>(
      rows.map((row) => [row, decideWithout(row, administration.currency, matcher !== null)]),
    );
    const asked = rows.filter((row) => !without.get(row)).map(withLine);
    const found = matcher && asked.length > 0 ? await ask(round, matcher, asked) : [];
    return [...without.values()].flatMap((one) => one ?? []).concat(found);
  }

  async function ask(
    round: Round,
    matcher: PaymentMatchPort,
    asked: readonly ReturnType<typeof withLine>[],
  ): Promise<Decided[]> {
    const lines = await Promise.all(
      asked.map(async ({ line }) => ({ line, keywords: await matcher.keywords(line) })),
    );
    // What is owed on the day of the first line is owed on the days of all of them.
    const days = asked.map(({ row }) => row.bookedOn);
    const on = days.reduce((min, day) => (day < min ? day : min), days[0] ?? '');
    const book = await readBook(deps, { ...round, on });
    return decideLines(matcher, await completeBook(store, book, { ...round, lines }), asked);
  }

  async function matchRound(round: Round, rows: readonly BankLineRow[]): Promise<MatchCounts> {
    const asked = rows.filter((row) => !isTakenBack(row));
    const decided = await decide(round, asked);
    const byRow = new Map(
      decided.map((one) => [one.row, isHopeless(round, one.row) ? forAPerson(one) : one]),
    );
    let counts = NOTHING_MATCHED;
    for (let from = 0; from < rows.length; from += BATCH) {
      const batch = rows.slice(from, from + BATCH);
      const { written, refused, isComplete } = await writeMost(
        (some) => store.transaction((session) => writeDecisions(round.scope, session, some)),
        batch.flatMap((row) => byRow.get(row) ?? []),
      );
      counts = written.length > 0 ? addCounts(counts, countDecided(written)) : counts;
      if (refused && refused === asked[0]) noteRefusal(round, refused);
      if (!isComplete) return counts;
      const returned = batch.filter(isTakenBack);
      if (returned.length > 0) counts = addCounts(counts, await takeBack(round, returned));
    }
    return counts;
  }

  return async (scope, administrationId) => {
    const administration = await findAdministration(store, scope, { id: administrationId });
    const matcher = await deps.matcherFor(keyOfAdministration(administration));
    const round: Round = { scope, administration, matcher, refused: new Map() };
    let counts = NOTHING_MATCHED;
    for (let idle = 0; idle < MOST_IDLE_ROUNDS; idle += 1) {
      const rows = await store
        .table(bankLines)
        .in(scope)
        .find({ administrationId, state: 'new' }, { sort: { bookedOn: 1, _id: 1 }, limit: ROUND });
      if (rows.length === 0) return counts;
      const more = await matchRound(round, rows);
      if (more !== NOTHING_MATCHED) idle = 0;
      counts = addCounts(counts, more);
    }
    return counts;
  };
}

/** Once may be somebody who books at the same time; more often the line itself does not fit. */
const MOST_REFUSALS = 2;
const keyOf = (row: BankLineRow): string => row._id.toHexString();
const refusalsOf = ({ refused }: Round, row: BankLineRow) => refused.get(keyOf(row)) ?? 0;
const isHopeless = (round: Round, row: BankLineRow) => refusalsOf(round, row) >= MOST_REFUSALS;
const noteRefusal = (round: Round, row: BankLineRow) =>
  round.refused.set(keyOf(row), refusalsOf(round, row) + 1);
const withLine = (row: BankLineRow) => ({ row, line: bankLineOf(row) });
const isTakenBack = (row: BankLineRow): boolean => row.isReversal && row.amountCents < 0;
