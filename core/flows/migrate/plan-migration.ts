import type { CalendarDate, Clock } from '@inning/sdk';
import { daysBetween } from '@inning/sdk';
import { applyMove } from '../engine/moves/index.ts';
import type { DecideDeps } from '../engine/deciding/index.ts';
import type { Facts, LoadFacts } from '../engine/facts/index.ts';
import { dayAt } from '../../time/index.ts';
import type { Instance } from '../instances/instance.model.ts';
import { createTrial } from '../simulate/trial.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import { carryOver } from './carry-over.ts';
import type { MigrationOrder } from './migration-order.ts';
import { findStanding } from './find-standing.ts';
import { findLetters } from './sent-letters.ts';

export type PlanDeps = DecideDeps & {
  readonly store: Store;
  readonly clock: Clock;
  readonly loadFacts: LoadFacts;
};

/** What a migration would do to the cases at one step. */
export type PlannedNode = {
  readonly nodeId: string;
  readonly to: string | null;
  count: number;
  /** Go on later today or at once, rather than on another day. */
  atOnce: number;
  earlier: number;
  later: number;
  sameDay: number;
  /** Stay where they are: the map leads nowhere, or a letter is on its way. */
  stays: number;
  /** By how many days at most the next step moves forward or back. */
  mostDaysEarlier: number;
  mostDaysLater: number;
};
export type MigrationPlan = {
  readonly caseCount: number;
  readonly nodes: readonly PlannedNode[];
  readonly examples: readonly PlannedCase[];
};
export type PlannedCase = {
  readonly instanceId: Id;
  readonly debtorId: Id;
  readonly nodeId: string;
  readonly fromOn: CalendarDate | null;
  readonly toOn: CalendarDate | null;
};

const MOST_EXAMPLES = 20;

/** Tries a migration out with the decisions of the live engine; nothing is stored or sent. */
export function createMigrationPlanner(deps: PlanDeps) {
  const { store, clock } = deps;
  const tryOut = createTrial(deps);

  return async (scope: Scope, order: MigrationOrder): Promise<MigrationPlan> => {
    const nodes = new Map<string, PlannedNode>();
    const examples: PlannedCase[] = [];
    let caseCount = 0;
    for await (const some of findStanding(store, scope, order)) {
      caseCount += some.length;
      for (const planned of await planSome(scope, order, some)) {
        const node = nodes.get(planned.nodeId) ?? nothingYet(planned.nodeId, order);
        nodes.set(planned.nodeId, node);
        add(node, planned);
        if (planned.fromOn !== planned.toOn && examples.length < MOST_EXAMPLES) {
          examples.push(planned);
        }
      }
    }
    return { caseCount, nodes: [...nodes.values()], examples };
  };

  async function planSome(
    scope: Scope,
    order: MigrationOrder,
    some: readonly Instance[],
  ): Promise<Planned[]> {
    const now = clock.now();
    const [letters, factsOf] = await Promise.all([
      findLetters(store, scope, some),
      deps.loadFacts(scope, some, now),
    ]);
    return Promise.all(
      some.map(async (instance) => {
        const id = instance._id.toHexString();
        const sentNodes = letters.sentNodes.get(id) ?? [];
        const moved = letters.underWay.has(id)
          ? null
          : carryOver(instance, { ...order, now, sentNodes });
        const facts = factsOf(instance);
        const fromOn = instance.plannedOn ?? null;
        const { _id: instanceId, debtorId, nodeId } = instance;
        const today = facts ? dayAt(now, facts.timeZone) : null;
        const known = { instanceId, debtorId, nodeId, fromOn, today };
        if (!moved || !facts) return { ...known, toOn: fromOn, stays: true };
        const toOn = moved.wakeAt === null ? fromOn : await nextDay(moved, facts, now);
        return { ...known, toOn, stays: false };
      }),
    );
  }

  /** The day of its next step in the new version: today when it does something at once. */
  async function nextDay(moved: Instance, facts: Facts, now: Date): Promise<CalendarDate> {
    const tried = await tryOut({ walkers: [{ instance: moved, facts, from: now }], until: now });
    const last = tried.at(-1);
    const after = last ? applyMove(last.move) : moved;
    return (after.isLive ? after.plannedOn : null) ?? dayAt(now, facts.timeZone);
  }
}

const nothingYet = (nodeId: string, { map }: MigrationOrder): PlannedNode => ({
  nodeId,
  to: map[nodeId] ?? null,
  count: 0,
  atOnce: 0,
  earlier: 0,
  later: 0,
  sameDay: 0,
  stays: 0,
  mostDaysEarlier: 0,
  mostDaysLater: 0,
});

type Planned = PlannedCase & {
  readonly stays: boolean;
  /** The day it is where its books are kept. */
  readonly today: CalendarDate | null;
};

function add(node: PlannedNode, { fromOn, toOn, stays, today }: Planned): void {
  node.count += 1;
  if (stays) node.stays += 1;
  else if (fromOn === toOn) node.sameDay += 1;
  else if (toOn !== null && today !== null && toOn <= today) node.atOnce += 1;
  else if (fromOn !== null && toOn !== null) {
    const days = daysBetween(fromOn, toOn);
    if (days > 0) node.later += 1;
    else node.earlier += 1;
    node.mostDaysLater = Math.max(node.mostDaysLater, days);
    node.mostDaysEarlier = Math.max(node.mostDaysEarlier, -days);
  } else node.sameDay += 1;
}
