import type { CalendarDate, Message } from '@inning/sdk';
import { type Administration, administrations } from '../../domain/administrations/index.ts';
import type { Id, Scope } from '../../store/index.ts';
import type { StepDraft } from '../engine/moves/index.ts';
import { instances } from '../instances/instance.model.ts';
import {
  createDayBeginnings,
  createDayTrial,
  type DayDeps,
  type DayMove,
  restOfDay,
} from './today/rest-of-day.ts';

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

/** What the published flows would do in the rest of today, with reasons; nothing is stored or sent. */
export function createDryRun(deps: DayDeps) {
  const administrationTable = deps.store.table(administrations);
  const instanceTable = deps.store.table(instances);
  const beginning = createDayBeginnings(deps);
  const tryDay = createDayTrial(deps);

  return async (scope: Scope, administrationId?: Id): Promise<DryRun[]> => {
    const books = await administrationTable
      .in(scope)
      .find(administrationId ? { _id: administrationId } : {}, { sort: { name: 1 } });
    const runs: DryRun[] = [];
    for (const administration of books) runs.push(await runOne(scope, administration));
    return runs;
  };

  async function runOne(scope: Scope, administration: Administration): Promise<DryRun> {
    const day = restOfDay(administration, deps.clock.now());
    const due = await instanceTable.in(scope).find({
      administrationId: administration._id,
      isLive: true,
      state: 'running',
      wakeAt: { $lte: day.until },
    });
    const all = [...due, ...(await beginning(scope, administration, day))];
    const people = [...Map.groupBy(all, (one) => String(one.debtorId)).values()];
    const lines: DryRunLine[] = [];
    for (let from = 0; from < people.length; from += AT_ONCE) {
      const some = people.slice(from, from + AT_ONCE).flat();
      for (const moved of await tryDay(scope, some, day)) lines.push(...(await linesOf(moved)));
    }
    return { administrationId: String(administration._id), on: day.on, lines };
  }

  async function linesOf({ move, debtor }: DayMove): Promise<DryRunLine[]> {
    const { instance, steps, claim } = move;
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
