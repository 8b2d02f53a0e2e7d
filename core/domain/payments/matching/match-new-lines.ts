import type { PaymentMatchPort } from '@inning/sdk';
import type { AdministrationKey, Id, Scope } from '../../../store/index.ts';
import {
  type Administration,
  findAdministration,
  keyOfAdministration,
} from '../../administrations/index.ts';
import { PaymentExceedsClaimError } from '../../ledger/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { bankLineOf } from '../statements/bank-line-row.ts';
import { completeBook } from './complete-book.ts';
import { type Decided, decideLines, decideWithout } from './decide-lines.ts';
import { addCounts, countDecided, type MatchCounts, NOTHING_MATCHED } from './match-counts.ts';
import { readBook } from './read-book.ts';
import { createTakeBack } from './take-back.ts';
import { createWriteDecisions } from './write-decisions.ts';

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

  /** Counts what was written; null when something changed meanwhile and nothing of the batch was. */
  async function write(round: Round, decided: readonly Decided[]): Promise<MatchCounts | null> {
    try {
      const isWritten = await store.transaction((session) =>
        writeDecisions(round.scope, session, decided),
      );
      return isWritten ? countDecided(decided) : null;
    } catch (error) {
      if (error instanceof PaymentExceedsClaimError) return null;
      throw error;
    }
  }

  async function matchRound(round: Round, rows: readonly BankLineRow[]): Promise<MatchCounts> {
    const decided = await decide(
      round,
      rows.filter((row) => !isTakenBack(row)),
    );
    const byRow = new Map(decided.map((one) => [one.row, one]));
    let counts = NOTHING_MATCHED;
    for (let from = 0; from < rows.length; from += BATCH) {
      const batch = rows.slice(from, from + BATCH);
      const written = await write(
        round,
        batch.flatMap((row) => byRow.get(row) ?? []),
      );
      if (!written) return counts;
      counts = addCounts(counts, written);
      const returned = batch.filter(isTakenBack);
      if (returned.length > 0) counts = addCounts(counts, await takeBack(round, returned));
    }
    return counts;
  }

  return async (scope, administrationId) => {
    const administration = await findAdministration(store, scope, { id: administrationId });
    const matcher = await deps.matcherFor(keyOfAdministration(administration));
    const round = { scope, administration, matcher };
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

const withLine = (row: BankLineRow) => ({ row, line: bankLineOf(row) });
const isTakenBack = (row: BankLineRow): boolean => row.isReversal && row.amountCents < 0;
