import type { Id, Scope } from '../../../store/index.ts';
import type { MatchCounts } from '../matching/match-counts.ts';
import type { MatchNewLines } from '../matching/match-new-lines.ts';
import { type BankStatementRow, bankStatements } from '../statements/bank-statement.model.ts';
import { type StoreDeps, tellAll, type Told } from '../statements/store-statement.ts';
import { createAcceptStatement } from './accept-statement.ts';
import { bankArrivalParts } from './arrival-part.model.ts';
import { createBringIn } from './bring-in.ts';
import { createTellDone } from './tell-done.ts';

/** Whoever worked on a statement and said nothing for so long has died. */
const SILENT_MS = 2 * 60_000;
/** Parts that no statement was kept with, by somebody who died while handing it in. */
const FORGOTTEN_MS = 24 * 60 * 60_000;

export type Arrivals = ReturnType<typeof createArrivals>;

/** Large statements: accepted whole, then brought in part by part and matched, whoever must go on with it. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createArrivals(deps: StoreDeps & { readonly matchNewLines: MatchNewLines }) {
  const { store, clock, matchNewLines } = deps;
  const bringIn = createBringIn(deps);
  const tellDone = createTellDone(deps);
  const underWay = new Set<Promise<unknown>>();
  let isStopping = false;
  const statements = (scope: Scope) => store.table(bankStatements).in(scope);

  /**
   * Null when it was stopped before the end. `stories` are of what came in the same delivery, and is told
   * when all of it was matched.
   */
  async function run(
    scope: Scope,
    rows: readonly BankStatementRow[],
    stories: readonly Told[] = [],
  ): Promise<MatchCounts | null> {
    const ids = rows.map((row) => row._id);
    const goesOn = async () => {
      const change = { $set: { 'arrival.workedAt': clock.now() } };
      await statements(scope).updateMany({ _id: { $in: ids } }, change as never);
      return !isStopping;
    };
    for (const row of rows) if (!(await bringIn(scope, row, goesOn))) return null;
    const [first] = rows;
    if (!first) return null;
    const counts = await matchNewLines(scope, first.administrationId, goesOn);
    if (isStopping) return null;
    for (const row of rows) await tellDone(scope, row);
    await tellAll(deps, scope, stories);
    return counts;
  }

  /** Only one at a time takes over from somebody who died. */
  async function takeOver(scope: Scope, row: BankStatementRow): Promise<boolean> {
    return statements(scope).updateOne(
      { _id: row._id, 'arrival.workedAt': row.arrival?.workedAt } as never,
      { $set: { 'arrival.workedAt': clock.now() } } as never,
    );
  }

  const before = (ms: number) => new Date(clock.now().getTime() - ms);

  return {
    accept: createAcceptStatement(deps),
    run,
    /** Goes on by itself; what fails is tried again by `goOn`, which says so. */
    start(scope: Scope, rows: readonly BankStatementRow[], stories: readonly Told[]): void {
      const running = run(scope, rows, stories).catch(() => null);
      underWay.add(running);
      void running.finally(() => underWay.delete(running));
    },
    /** Goes on with what was left by somebody who died, and throws away what nobody accepted. */
    async goOn(scope: Scope): Promise<void> {
      const left = await statements(scope).find({
        'arrival.workedAt': { $lt: before(SILENT_MS) },
        'arrival.stage': { $in: ['storing', 'matching'] },
      } as never);
      const failures: unknown[] = [];
      for (const row of left) {
        if (isStopping || !(await takeOver(scope, row))) continue;
        await run(scope, [row]).catch((error: unknown) => failures.push(error));
      }
      await forget(scope);
      // One that fails keeps no other waiting; whoever called tells it, and it is tried again later.
      if (failures.length > 0) throw failures[0];
    },
    /** How many lines of a delivery were new. */
    async newCountOf(scope: Scope, id: Id): Promise<number> {
      return (await statements(scope).byId(id))?.arrival?.newCount ?? 0;
    },
    /** Ends what goes on by itself after its next step; another process goes on with the rest. */
    async stop(): Promise<void> {
      isStopping = true;
      await Promise.all(underWay);
    },
  };

  async function forget(scope: Scope): Promise<void> {
    const parts = store.table(bankArrivalParts).in(scope);
    const old = await parts.aggregate<{ _id: Id }>([
      { $match: { storedAt: { $lt: before(FORGOTTEN_MS) } } },
      { $group: { _id: '$arrivalId' } },
    ]);
    for (const { _id: arrivalId } of old) {
      const owner = await statements(scope).findOne({ 'arrival.id': arrivalId } as never);
      if (!owner) await parts.deleteMany({ arrivalId });
    }
  }
}
