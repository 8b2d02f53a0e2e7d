import type { PaymentMatchPort } from '@inning/sdk';
import type { AdministrationKey, Id, Scope } from '../../../store/index.ts';
import {
  type Administration,
  findAdministration,
  keyOfAdministration,
} from '../../administrations/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { chunksOf } from '../statements/chunks-of.ts';
import { addCounts, countDecided, type MatchCounts, NOTHING_MATCHED } from './match-counts.ts';
import { createDecideRows, type DecideRows } from './decide-rows.ts';
import type { Decided } from './decide-lines.ts';
import { createTakeBack } from './take-back.ts';
import { createWriteDecisions } from './write-decisions.ts';
import { forAPerson, writeMost } from './write-most.ts';

/** The matcher that is switched on for an administration, or null. */
export type MatcherFor = (place: AdministrationKey) => Promise<PaymentMatchPort | null>;
/** For who looks on: asked after each batch; once it answers false the rest is left for later. */
export type GoesOn = () => Promise<boolean>;
export type MatchNewLines = (
  scope: Scope,
  administrationId: Id,
  goesOn?: GoesOn,
) => Promise<MatchCounts>;

/** Lines that are decided with one look at the book. */
const ROUND = 5_000;
/** Lines that are decided in one go: while a matcher thinks, nobody else gets a turn. */
const SLICE = 500;
/** Lines that are written in one transaction. */
const BATCH = 500;
/** Somebody who books in between makes a round start again; more often than this something else is wrong. */
const MOST_IDLE_ROUNDS = 20;

type Round = {
  readonly scope: Scope;
  readonly administration: Administration;
  readonly goesOn: GoesOn;
  /** How often a line asked more than is owed though nothing of its slice came before it. */
  readonly refused: Map<string, number>;
};
/** `isComplete` is false when what is left must be looked at anew. */
type Matched = { readonly counts: MatchCounts; readonly isComplete: boolean };

/**
 * Matches the lines that are still `new`, oldest first. A round reads what is open once; slices of it are
 * decided one after the other, each batch of them written in one transaction in which lines, payments,
 * ledger and events change together. After a crash the rest is still `new`, and two runs at once never
 * book a line twice: when something changed since the round began, the rest of it is decided anew.
 */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createMatchNewLines(
  deps: PaymentsDeps & { readonly matcherFor: MatcherFor },
): MatchNewLines {
  const { store } = deps;
  const writeDecisions = createWriteDecisions(deps);
  const takeBack = createTakeBack(deps);
  const decideRows = createDecideRows(deps);

  async function matchRound(round: Round, decide: DecideRows, rows: readonly BankLineRow[]) {
    let counts = NOTHING_MATCHED;
    for (const slice of chunksOf(rows, SLICE)) {
      const matched = await matchSlice(round, decide, slice);
      counts = matched.counts === NOTHING_MATCHED ? counts : addCounts(counts, matched.counts);
      if (!matched.isComplete) break;
    }
    return counts;
  }

  async function matchSlice(
    round: Round,
    decide: DecideRows,
    rows: readonly BankLineRow[],
  ): Promise<Matched> {
    const asked = rows.filter((row) => !isTakenBack(row));
    const decided = await decide(asked);
    const byRow = new Map(
      decided.map((one) => [one.row, isHopeless(round, one.row) ? forAPerson(one) : one]),
    );
    let counts = NOTHING_MATCHED;
    for (const batch of chunksOf(rows, BATCH)) {
      const own = batch.flatMap((row) => byRow.get(row) ?? []);
      const { written, refused, isComplete } = await writeMost((some) => write(round, some), own);
      counts = written.length > 0 ? addCounts(counts, countDecided(written)) : counts;
      if (refused && refused === asked[0]) noteRefusal(round, refused);
      if (!isComplete) return { counts, isComplete };
      const returned = batch.filter(isTakenBack);
      if (returned.length > 0) counts = addCounts(counts, await takeBack(round, returned));
      if (!(await round.goesOn())) return { counts, isComplete: false };
    }
    return { counts, isComplete: true };
  }

  const write = ({ scope }: Round, some: readonly Decided[]) =>
    store.transaction((session) => writeDecisions(scope, session, some));

  return async (scope, administrationId, goesOn = async () => true) => {
    const administration = await findAdministration(store, scope, { id: administrationId });
    const matcher = await deps.matcherFor(keyOfAdministration(administration));
    const round: Round = { scope, administration, goesOn, refused: new Map() };
    let counts = NOTHING_MATCHED;
    for (let idle = 0; idle < MOST_IDLE_ROUNDS; idle += 1) {
      const rows = await store
        .table(bankLines)
        .in(scope)
        .find({ administrationId, state: 'new' }, { sort: { bookedOn: 1, _id: 1 }, limit: ROUND });
      if (rows.length === 0 || !(await goesOn())) return counts;
      const more = await matchRound(round, decideRows({ ...round, matcher, rows }), rows);
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
const isTakenBack = (row: BankLineRow): boolean => row.isReversal && row.amountCents < 0;
