import { communications, type Communication } from '../../../core/domain/communications/index.ts';
import { type Invoice, invoices } from '../../../core/domain/invoices/index.ts';
import { type Task, tasks } from '../../../core/domain/tasks/index.ts';
import { outbox, type OutboxRow } from '../../../core/events/index.ts';
import {
  flows,
  type Flow,
  type Instance,
  instances,
  moves,
  type Step,
  stepsOf,
} from '../../../core/flows/index.ts';
import type { FlowWorld } from '../../kit/flow-world.ts';

/** Everything that a run left behind. */
export type Outcome = {
  readonly flows: readonly Flow[];
  readonly instances: readonly Instance[];
  readonly steps: readonly Step[];
  readonly letters: readonly Communication[];
  readonly tasks: readonly Task[];
  readonly invoices: readonly Invoice[];
  readonly events: readonly OutboxRow[];
};

export async function readOutcome({ store, scope }: FlowWorld): Promise<Outcome> {
  return {
    flows: await store.table(flows).in(scope).find(),
    instances: await store.table(instances).in(scope).find(),
    steps: stepsOf(
      await store
        .table(moves)
        .in(scope)
        .find({}, { sort: { _id: 1 } }),
    ),
    letters: await store.table(communications).in(scope).find(),
    tasks: await store.table(tasks).in(scope).find(),
    invoices: await store.table(invoices).in(scope).find(),
    events: await store.table(outbox).in(scope).find(),
  };
}
