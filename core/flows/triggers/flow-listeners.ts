import type { Clock, EventName, PublishedEvent } from '@inning/sdk';
import type { Listener } from '../../events/index.ts';
import { type Id, type Store, systemScope, toId } from '../../store/index.ts';
import { createResumer } from './resume-instances.ts';
import { instances } from '../instances/instance.model.ts';
import type { createOverdueStarter } from './start-overdue.ts';

export type FlowListenerDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly startOverdue: ReturnType<typeof createOverdueStarter>;
};

/** After these the claim of a debtor may be another than the flow thinks. */
const WAKES_DEBTOR: readonly EventName[] = [
  'payment.matched',
  'payment.reversed',
  'invoice.paid',
  'invoice.credited',
  'invoice.received',
  'debtor.changed',
  'debtor.paused',
  'dispute.opened',
  'dispute.settled',
  'bank-line.decided',
];
/** After these there may be something to follow up that nothing follows up yet. */
const MAY_START: ReadonlySet<EventName> = new Set([
  'invoice.received',
  'payment.reversed',
  'debtor.changed',
  'dispute.settled',
]);
/** After these, instances that a gate holds back may go on. */
const WAKES_GATED: readonly EventName[] = ['bank-statement.received'];
/** After these, instances that were paused go on, each in the way that was chosen. */
const RESUMES: readonly EventName[] = ['debtor.resumed', 'administration.resumed'];

const AT_ONCE = 500;

/** What the engine listens for: an event is a reason to look again, never a fact to act on. */
export function createFlowListeners(deps: FlowListenerDeps): Listener[] {
  const scope = systemScope('events of everybody wake instances');
  const rows = deps.store.table(instances).in(scope);

  return [
    { id: 'flows', names: WAKES_DEBTOR, batchSize: AT_ONCE, handle: wakeDebtors },
    { id: 'flows-gated', names: WAKES_GATED, batchSize: AT_ONCE, handle: wakeGated },
    { id: 'flows-resumed', names: RESUMES, batchSize: AT_ONCE, handle: createResumer(deps) },
    { id: 'flows-next', names: ['flow.moved'], batchSize: AT_ONCE, handle: startNext },
  ];

  async function wakeDebtors(events: readonly PublishedEvent[]): Promise<void> {
    const starting = events.filter((event) => MAY_START.has(event.name));
    await startFor(starting, debtorsIn);
    await wake({ debtorId: { $in: unique(events.flatMap(debtorsIn)) } });
  }

  async function wakeGated(events: readonly PublishedEvent[]): Promise<void> {
    const ids = unique(events.map((event) => event.place.administrationId));
    // Not those that wait for a provider: looking sooner would only use up their tries.
    await wake({ administrationId: { $in: ids }, gate: { $nin: [null, 'retry'] } });
  }

  /** What came due while other invoices were followed up may start when that is over. */
  async function startNext(events: readonly PublishedEvent[]): Promise<void> {
    await startFor(events, ({ data }) =>
      'moves' in data
        ? data.moves.flatMap((move) => (move.endedAs === null ? [] : [move.debtorId]))
        : [],
    );
  }

  async function startFor(
    events: readonly PublishedEvent[],
    debtorsOf: (event: PublishedEvent) => string[],
  ): Promise<void> {
    for (const [hex, its] of Map.groupBy(events, (event) => event.place.administrationId)) {
      const debtorIds = unique(its.flatMap(debtorsOf));
      if (debtorIds.length === 0) continue;
      const which = { administrationId: toId(hex), debtorIds };
      await deps.startOverdue(scope, which, deps.clock.now());
    }
  }

  /** The revision goes up, so that a batch under way sees that something changed. Also what is stuck may end. */
  async function wake(which: object): Promise<void> {
    await rows.updateMany(
      { ...which, isLive: true, state: { $in: ['running', 'stuck'] } } as never,
      { $set: { wakeAt: deps.clock.now() }, $inc: { revision: 1 } } as never,
    );
  }
}

function debtorsIn({ data }: PublishedEvent): string[] {
  if ('debtorIds' in data) return [...data.debtorIds];
  return 'debtorId' in data && data.debtorId ? [data.debtorId] : [];
}

function unique(hexes: readonly string[]): Id[] {
  return [...new Set(hexes)].map(toId);
}
