import type { EventName, PublishedEvent } from '@inning/sdk';
import type { Clock } from '@inning/sdk';
import { type Id, type Scope, type Store, systemScope, toId } from '../../store/index.ts';
import { instances } from '../instances/instance.model.ts';
import type { createOverdueStarter } from './start-overdue.ts';

export type FlowListenerDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly startOverdue: ReturnType<typeof createOverdueStarter>;
};
export type FlowListener = {
  readonly id: string;
  readonly name: EventName;
  readonly handle: (event: PublishedEvent) => Promise<void>;
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
  'debtor.resumed',
  'dispute.opened',
  'dispute.settled',
];
/** After these there may be something to follow up that nothing follows up yet. */
const MAY_START: ReadonlySet<EventName> = new Set([
  'invoice.received',
  'payment.reversed',
  'debtor.changed',
  'dispute.settled',
]);
/** After these, instances that a gate holds back may go on. */
const WAKES_GATED: readonly EventName[] = ['bank-statement.received', 'administration.resumed'];

/** What the engine listens for: an event is a reason to look again, never a fact to act on. */
export function createFlowListeners(deps: FlowListenerDeps): FlowListener[] {
  const scope = systemScope('events of everybody wake instances');
  const rows = deps.store.table(instances).in(scope);

  return [
    ...WAKES_DEBTOR.map((name) => ({ id: `flows/${name}`, name, handle: wakeDebtor })),
    ...WAKES_GATED.map((name) => ({ id: `flows/${name}`, name, handle: wakeGated })),
    { id: 'flows/flow.moved', name: 'flow.moved' as const, handle: startAfterEnd },
  ];

  async function wakeDebtor(event: PublishedEvent): Promise<void> {
    if (!('debtorId' in event.data) || !event.data.debtorId) return;
    const debtorId = toId(event.data.debtorId);
    if (MAY_START.has(event.name)) await start(event, [debtorId]);
    await wake({ debtorId });
  }

  async function wakeGated(event: PublishedEvent): Promise<void> {
    await wake({ administrationId: toId(event.place.administrationId), gate: { $ne: null } });
  }

  /** What came due while other invoices were followed up starts when those are paid. */
  async function startAfterEnd(event: PublishedEvent): Promise<void> {
    if (!('moves' in event.data)) return;
    const ended = event.data.moves.filter((move) => move.endedAs === 'paid');
    if (ended.length > 0)
      await start(
        event,
        ended.map((move) => toId(move.debtorId)),
      );
  }

  async function start(event: PublishedEvent, debtorIds: readonly Id[]): Promise<void> {
    const administrationId = toId(event.place.administrationId);
    await deps.startOverdue(scope as Scope, { administrationId, debtorIds }, deps.clock.now());
  }

  /** The revision goes up, so that a batch under way sees that something changed. */
  async function wake(which: object): Promise<void> {
    await rows.updateMany(
      { ...which, isLive: true, state: 'running' } as never,
      { $set: { wakeAt: deps.clock.now() }, $inc: { revision: 1 } } as never,
    );
  }
}
