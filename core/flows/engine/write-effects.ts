import { unreachable } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { debtors } from '../../domain/debtors/index.ts';
import { type Invoice, invoices } from '../../domain/invoices/index.ts';
import type { AutomaticTask, AutomaticTasks } from '../../domain/tasks/index.ts';
import type { BulkChange } from '../../store/scoped-table.ts';
import { type Store, systemScope, toId } from '../../store/index.ts';
import type { Effect } from './effects.ts';
import type { Move } from './situation.ts';

type Wanted<Kind extends Effect['kind'] = Effect['kind']> = {
  readonly move: Move;
  readonly effect: Extract<Effect, { kind: Kind }>;
};
const COST_KINDS = ['announce-costs', 'make-costs-claimable'] as const;
type CostKind = (typeof COST_KINDS)[number];

/** Writes what moves want done inside the platform, in the transaction of the moves. */
export function createEffectWriter(deps: { store: Store; tasks: AutomaticTasks }) {
  const scope = systemScope('effects of many administrations are written together');
  const invoiceRows = deps.store.table(invoices).in(scope);
  const debtorRows = deps.store.table(debtors).in(scope);

  return async (session: ClientSession, moves: readonly Move[], now: Date): Promise<void> => {
    const sorted = sortEffects(moves);
    await deps.tasks.ensure(scope, session, sorted.tasks.map(taskOf));
    // One after the other: a move may announce costs and make them claimable.
    for (const kind of COST_KINDS) {
      const its = sorted.costs.filter(({ effect }) => effect.kind === kind);
      await invoiceRows.bulk(costChanges(its, now), { session });
    }
    for (const { move, effect } of sorted.pauses) {
      const { until, reason } = effect;
      const pause = { pausedSince: now, pausedUntil: until, pauseReason: reason };
      await debtorRows.updateOne({ _id: move.instance.debtorId }, { $set: pause }, { session });
    }
  };
}

type Sorted = {
  readonly tasks: Wanted<'create-task'>[];
  readonly costs: Wanted<CostKind>[];
  readonly pauses: Wanted<'pause-debtor'>[];
};

function sortEffects(moves: readonly Move[]): Sorted {
  const sorted: Sorted = { tasks: [], costs: [], pauses: [] };
  for (const move of moves) {
    for (const effect of move.effects) {
      switch (effect.kind) {
        case 'create-task':
          sorted.tasks.push({ move, effect });
          break;
        case 'announce-costs':
        case 'make-costs-claimable':
          sorted.costs.push({ move, effect });
          break;
        case 'pause-debtor':
          sorted.pauses.push({ move, effect });
          break;
        case 'switch-flow':
          // The other flow is started in the same transaction, by whoever commits the batch.
          break;
        default:
          unreachable(effect);
      }
    }
  }
  return sorted;
}

function taskOf({ move, effect: { key, task } }: Wanted<'create-task'>): AutomaticTask {
  const { agencyId, creditorId, administrationId, debtorId, invoiceId, _id } = move.instance;
  const dueOn = task.dueOn < move.today ? move.today : task.dueOn;
  const place = { agencyId, creditorId, administrationId };
  return { ...place, key, ...task, dueOn, debtorId, invoiceId, instanceId: _id };
}

/** Invoices that change alike on the same day change in one write. */
function costChanges(wanted: readonly Wanted<CostKind>[], now: Date): BulkChange<Invoice>[] {
  const groups = Map.groupBy(wanted, ({ move, effect }) => `${effect.kind} ${move.today}`);
  return [...groups.values()].flatMap((its) => {
    const [first] = its;
    const ids = its.flatMap(({ effect }) => effect.invoiceIds).map(toId);
    if (!first || ids.length === 0) return [];
    const isAnnouncing = first.effect.kind === 'announce-costs';
    const [from, to] = isAnnouncing
      ? (['none', 'announced'] as const)
      : (['announced', 'claimable'] as const);
    const day = isAnnouncing
      ? { announcedOn: first.move.today }
      : { claimableOn: first.move.today };
    const line = { at: now, status: `costs-${to}`, by: 'flow', reason: null };
    return {
      filter: { _id: { $in: ids }, costState: from },
      update: { $set: { costState: to, ...day }, $push: { history: line } } as never,
      many: true,
    };
  });
}
