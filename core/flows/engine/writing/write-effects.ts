import { unreachable } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { debtors } from '../../../domain/debtors/index.ts';
import type { AutomaticTask, AutomaticTasks } from '../../../domain/tasks/index.ts';
import { type Store, systemScope } from '../../../store/index.ts';
import type { Effect, Move } from '../moves/index.ts';
import {
  type CostEffect,
  createCostWriter,
  type CostWriterDeps,
  type WantedCosts,
} from './write-costs.ts';
import { settleRefusals } from './settle-refusals.ts';

export type EffectWriterDeps = CostWriterDeps & {
  readonly store: Store;
  readonly tasks: AutomaticTasks;
};
type Wanted<Kind extends Effect['kind'] = Effect['kind']> = {
  readonly move: Move;
  readonly effect: Extract<Effect, { kind: Kind }>;
};
/** Writes what moves want done inside the platform, in the transaction of the moves. */
export function createEffectWriter(deps: EffectWriterDeps) {
  const scope = systemScope('effects of many administrations are written together');
  const debtorRows = deps.store.table(debtors).in(scope);
  const writeCosts = createCostWriter(deps);

  return async (session: ClientSession, moves: readonly Move[], now: Date): Promise<void> => {
    const sorted = sortEffects(moves);
    await deps.tasks.ensure(scope, session, sorted.tasks.map(taskOf));
    await writeCosts(session, sorted.costs, now);
    for (const { move, effect } of sorted.pauses) {
      const { until, reason } = effect;
      const pause = { pausedSince: now, pausedUntil: until, pauseReason: reason };
      await debtorRows.updateOne({ _id: move.instance.debtorId }, { $set: pause }, { session });
    }
  };
}

type Sorted = {
  readonly tasks: Wanted<'create-task'>[];
  readonly costs: WantedCosts[];
  readonly pauses: Wanted<'pause-debtor'>[];
};

function sortEffects(moves: readonly Move[]): Sorted {
  const sorted: Sorted = { tasks: [], costs: [], pauses: [] };
  for (const move of moves.map(settleRefusals)) {
    for (const effect of move.effects) {
      if (changesCosts(effect)) {
        sorted.costs.push({ move, effect });
        continue;
      }
      switch (effect.kind) {
        case 'create-task':
          sorted.tasks.push({ move, effect });
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

const COST_KINDS: readonly Effect['kind'][] = [
  'announce-costs',
  'note-announcement',
  'note-refusal',
  'make-costs-claimable',
  'book-interest',
] satisfies readonly CostEffect['kind'][];
const changesCosts = (effect: Effect): effect is CostEffect => COST_KINDS.includes(effect.kind);

function taskOf({ move, effect: { key, task } }: Wanted<'create-task'>): AutomaticTask {
  const { agencyId, creditorId, administrationId, debtorId, invoiceId, _id } = move.instance;
  const dueOn = task.dueOn < move.today ? move.today : task.dueOn;
  const place = { agencyId, creditorId, administrationId };
  return { ...place, key, ...task, dueOn, debtorId, invoiceId, instanceId: _id };
}
