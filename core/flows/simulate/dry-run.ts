import type { CalendarDate, Clock, Message } from '@inning/sdk';
import { type Administration, administrations } from '../../domain/administrations/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import type { DecideDeps } from '../engine/decide.ts';
import type { LoadFacts } from '../engine/load-facts.ts';
import { dayAt, instantAt } from '../engine/local-time.ts';
import type { Move, StepDraft } from '../engine/situation.ts';
import { type Instance, instances } from '../instances/instance.model.ts';
import { createBeginningFinder } from '../triggers/find-beginnings.ts';
import { scanMark, sinceMark } from '../triggers/scan-mark.ts';
import { createTrial, nextWake } from './trial.ts';

export type DryRunDeps = DecideDeps & {
  readonly store: Store;
  readonly clock: Clock;
  readonly loadFacts: LoadFacts;
};

/** What would happen to one debtor today. */
export type DryRunLine = {
  readonly instanceId: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly debtorNumber: string;
  readonly flow: string;
  readonly nodeId: string;
  readonly event: StepDraft['kind'];
  readonly type: string;
  readonly outcome: string | null;
  readonly because: Message | null;
  readonly overdueCents: number;
};
export type DryRun = {
  readonly administrationId: string;
  readonly on: CalendarDate;
  readonly lines: readonly DryRunLine[];
};

const AT_ONCE = 500;
const END_OF_DAY = 23 * 60 + 59;

/** What the published flows would do in the rest of today, with reasons; nothing is stored or sent. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createDryRun(deps: DryRunDeps) {
  const administrationTable = deps.store.table(administrations);
  const instanceTable = deps.store.table(instances);
  const findBeginnings = createBeginningFinder(deps);
  const tryOut = createTrial(deps);

  return async (scope: Scope, administrationId?: Id): Promise<DryRun[]> => {
    const books = await administrationTable
      .in(scope)
      .find(administrationId ? { _id: administrationId } : {}, { sort: { name: 1 } });
    const runs: DryRun[] = [];
    for (const administration of books) runs.push(await runOne(scope, administration));
    return runs;
  };

  async function runOne(scope: Scope, administration: Administration): Promise<DryRun> {
    const now = deps.clock.now();
    const { timeZone } = administration;
    const on = dayAt(now, timeZone);
    const until = instantAt(on, END_OF_DAY, timeZone);
    const due = await instanceTable.in(scope).find({
      administrationId: administration._id,
      isLive: true,
      state: 'running',
      wakeAt: { $lte: until },
    });
    const all = [...due, ...(await beginning(scope, administration, now))];
    const people = [...Map.groupBy(all, (one) => String(one.debtorId)).values()];
    const lines: DryRunLine[] = [];
    for (let from = 0; from < people.length; from += AT_ONCE) {
      const some = people.slice(from, from + AT_ONCE).flat();
      lines.push(...(await trySome(scope, some, { now, until })));
    }
    return { administrationId: String(administration._id), on, lines };
  }

  /** What the daily look would start. */
  async function beginning(scope: Scope, administration: Administration, now: Date) {
    const mark = scanMark(administration, dayAt(now, administration.timeZone));
    const since = sinceMark(administration.scannedThrough, mark);
    const found: Instance[] = [];
    for await (const { made } of findBeginnings(scope, administration, { now, since })) {
      found.push(...made);
    }
    return found;
  }

  async function trySome(
    scope: Scope,
    some: readonly Instance[],
    { now, until }: { readonly now: Date; readonly until: Date },
  ): Promise<DryRunLine[]> {
    const factsOf = await deps.loadFacts(scope, some, now);
    const walkers = some.flatMap((instance) => {
      const facts = factsOf(instance);
      // A step planned for later today is shown as it will be then.
      const from = nextWake(instance, now, []);
      return facts && from ? [{ instance, facts, from }] : [];
    });
    const lines: DryRunLine[] = [];
    for (const its of Map.groupBy(walkers, (one) => String(one.facts.debtor._id)).values()) {
      for (const { move } of await tryOut({ walkers: its, until })) {
        if (its[0]) lines.push(...(await linesOf(move, its[0].facts.debtor)));
      }
    }
    return lines;
  }

  async function linesOf(
    { instance, steps, claim }: Move,
    debtor: { readonly name: string; readonly number: string },
  ): Promise<DryRunLine[]> {
    const flow = await deps.library.version(instance.flowId, instance.flowVersion);
    return steps.map(({ kind, nodeId, type, outcome, because }) => ({
      instanceId: String(instance._id),
      debtorId: String(instance.debtorId),
      debtorName: debtor.name,
      debtorNumber: debtor.number,
      flow: flow?.slug ?? '–',
      nodeId,
      event: kind,
      type,
      outcome,
      because,
      overdueCents: claim?.overdueCents ?? 0,
    }));
  }
}
