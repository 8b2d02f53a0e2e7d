import { type BankLine, message, type PaymentMatchPort } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { AdministrationKey, BulkChange, Id, Scope, Store } from '../../../store/index.ts';
import {
  type Administration,
  findAdministration,
  keyOfAdministration,
} from '../../administrations/index.ts';
import { normaliseReference } from '../../invoices/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';
import { createBookPayments } from '../booking/book-payments.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { bankLineOf } from '../statements/bank-line-row.ts';
import { bookingsOfLine } from './bookings-of-line.ts';
import { type Decision, decideLine, keywordsOf } from './decide-line.ts';
import { findCandidates } from './find-candidates.ts';
import { createTakeBack } from './take-back.ts';

/** The matcher that is switched on for an administration, or null. */
export type MatcherFor = (place: AdministrationKey) => Promise<PaymentMatchPort | null>;
export type MatchCounts = {
  readonly matched: number;
  readonly plausible: number;
  readonly unmatched: number;
  readonly ignored: number;
  readonly reversed: number;
};
export type MatchNewLines = (scope: Scope, administrationId: Id) => Promise<MatchCounts>;

const BATCH = 500;
const NOTHING: MatchCounts = { matched: 0, plausible: 0, unmatched: 0, ignored: 0, reversed: 0 };
const AUTOMATIC = { by: 'system', round: 0 };
type Decided = { readonly row: BankLineRow; readonly decision: Decision };

/**
 * Matches the lines that are still `new`, oldest first. Each batch is one transaction in which lines,
 * payments, ledger and events change together: after a crash the rest is still `new`, and two runs at
 * once never book a line twice.
 */
export function createMatchNewLines(
  deps: PaymentsDeps & { readonly matcherFor: MatcherFor },
): MatchNewLines {
  const { store } = deps;
  const bookPayments = createBookPayments(deps);
  const takeBack = createTakeBack(deps);

  async function matchBatch(
    scope: Scope,
    session: ClientSession,
    {
      administration,
      matcher,
    }: { administration: Administration; matcher: PaymentMatchPort | null },
  ): Promise<MatchCounts | null> {
    const table = store.table(bankLines).in(scope);
    const rows = await table.find(
      { administrationId: administration._id, state: 'new' },
      { session, sort: { bookedOn: 1, _id: 1 }, limit: BATCH },
    );
    if (rows.length === 0) return null;
    const returned = rows.filter((row) => row.isReversal && row.amountCents < 0);
    const others = rows.filter((row) => !returned.includes(row));
    const decided = await decideLines(
      store,
      { scope, session },
      { administration, matcher, rows: others },
    );
    const bookings = decided.flatMap(({ row, decision }) =>
      decision.state === 'matched' ? bookingsOfLine(row, { ...decision, ...AUTOMATIC }) : [],
    );
    await bookPayments(scope, session, bookings);
    await table.bulk(decided.map(lineChange), { session });
    const reversed = await takeBack(scope, session, { rows: returned, administration });
    return countsOf(decided, { reversed, returned: returned.length });
  }

  return async (scope, administrationId) => {
    const administration = await findAdministration(store, scope, { id: administrationId });
    const matcher = await deps.matcherFor(keyOfAdministration(administration));
    let counts = NOTHING;
    for (;;) {
      const batch = await store.transaction((session) =>
        matchBatch(scope, session, { administration, matcher }),
      );
      if (!batch) return counts;
      counts = addCounts(counts, batch);
    }
  };
}

async function decideLines(
  store: Store,
  at: { readonly scope: Scope; readonly session: ClientSession },
  batch: {
    administration: Administration;
    matcher: PaymentMatchPort | null;
    rows: readonly BankLineRow[];
  },
): Promise<Decided[]> {
  const { administration, matcher } = batch;
  if (!matcher) {
    const because = message('payments.no-matcher');
    const decision = { state: 'unmatched', because, allocations: [] } as const;
    return batch.rows.map((row) => ({ row, decision }));
  }
  const lines = batch.rows.map((row) => {
    const line = bankLineOf(row);
    return { row, line, keywords: keywordsOf(line, matcher) };
  });
  const candidates = await findCandidates(store, at, {
    administrationId: administration._id,
    keywords: new Set(lines.flatMap((one) => one.keywords)),
    accounts: new Set(lines.flatMap((one) => accountOf(one.line))),
  });
  const { currency } = administration;
  return lines.map(({ row, line, keywords }) => ({
    row,
    decision: decideLine(line, { matcher, keywords, candidates, currency }),
  }));
}

const accountOf = (line: BankLine): string[] =>
  line.counterpartyAccount ? [normaliseReference(line.counterpartyAccount)] : [];

function lineChange({ row, decision }: Decided): BulkChange<BankLineRow> {
  const { state, because, allocations } = decision;
  const isPlausible = state === 'plausible';
  const debtorIds = isPlausible ? distinct(allocations.map((part) => part.debtorId)) : [];
  const proposal = isPlausible ? { allocations } : null;
  const $set = { state, because, debtorIds, proposal };
  return { filter: { _id: row._id }, update: { $set } as never };
}

const distinct = (ids: readonly Id[]): Id[] => [
  ...new Map(ids.map((id) => [id.toHexString(), id])).values(),
];

function countsOf(
  decided: readonly Decided[],
  bank: { readonly reversed: number; readonly returned: number },
): MatchCounts {
  const count = (state: Decision['state']) =>
    decided.filter((one) => one.decision.state === state).length;
  return {
    matched: count('matched'),
    plausible: count('plausible'),
    unmatched: count('unmatched') + bank.returned - bank.reversed,
    ignored: count('ignored'),
    reversed: bank.reversed,
  };
}

const addCounts = (a: MatchCounts, b: MatchCounts): MatchCounts => ({
  matched: a.matched + b.matched,
  plausible: a.plausible + b.plausible,
  unmatched: a.unmatched + b.unmatched,
  ignored: a.ignored + b.ignored,
  reversed: a.reversed + b.reversed,
});
