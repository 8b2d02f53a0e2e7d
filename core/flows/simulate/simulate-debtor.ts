import {
  addDays,
  type CalendarDate,
  type Clock,
  type FlowDocument,
  type Message,
} from '@inning/sdk';
import { debtors } from '../../domain/debtors/index.ts';
import { administrations } from '../../domain/administrations/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import { advance } from '../engine/advance.ts';
import { applyMove } from '../engine/apply-move.ts';
import type { CompiledFlow } from '../engine/compile-flow.ts';
import type { FlowLibrary } from '../engine/flow-library.ts';
import type { LoadFacts } from '../engine/load-facts.ts';
import { dayAt } from '../engine/local-time.ts';
import { newInstance } from '../engine/new-instance.ts';
import type { Facts, Move } from '../engine/situation.ts';
import type { ClaimExpressions } from '../expressions/claim-expressions.ts';
import { FlowNotFoundError } from '../flows.errors.ts';
import type { Instance } from '../instances/instance.model.ts';
import { chooseFlow } from '../triggers/choose-flow.ts';
import { notingDesk } from './noting-desk.ts';
import { payFrom, type SimulatedPayment } from './pay-from.ts';

export type SimulateDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly library: FlowLibrary;
  readonly loadFacts: LoadFacts;
  readonly expressions: ClaimExpressions;
};
export type Simulation = {
  readonly debtorId: Id;
  readonly days: number;
  /** The flow to try; the one that treats the debtor when left out. */
  readonly flowId?: Id;
  readonly payments?: readonly SimulatedPayment[];
};
export type SimulatedLine = {
  readonly on: CalendarDate;
  readonly at: Date;
  readonly nodeId: string;
  readonly type: string;
  readonly event: string;
  readonly outcome: string | null;
  readonly because: Message | null;
  readonly overdueCents: number;
};
export type SimulationResult = {
  readonly flow: string;
  readonly document: FlowDocument;
  readonly lines: readonly SimulatedLine[];
};

const MAX_MOVES = 2_000;

/** Lets the days pass for one debtor in one flow, from today; nothing is stored or sent. */
export function createSimulation(deps: SimulateDeps) {
  const debtorTable = deps.store.table(debtors);
  const administrationTable = deps.store.table(administrations);

  return async (scope: Scope, wanted: Simulation): Promise<SimulationResult | null> => {
    const debtor = await debtorTable.in(scope).byId(wanted.debtorId);
    const administration =
      debtor && (await administrationTable.in(scope).byId(debtor.administrationId));
    if (!debtor || !administration) return null;
    const flowId = wanted.flowId ?? chooseFlow(debtor, administration).flowId;
    const flow = await flowOf(flowId, debtor.agencyId);
    const now = deps.clock.now();
    const today = dayAt(now, administration.timeZone);
    const start = { place: debtor, debtorId: debtor._id, invoiceId: null, today, now };
    const instance = flowId && newInstance(flow, flowId, start);
    const facts = instance && (await deps.loadFacts(scope, [instance], now))(instance);
    if (!instance || !facts) return null;
    const lines = await walkDays({ flow, instance, facts, wanted, now, today });
    return { flow: flow.slug, document: flow.document, lines };
  };

  async function flowOf(flowId: Id | null, agencyId: Id): Promise<CompiledFlow> {
    const flow = flowId && (await deps.library.current(flowId));
    const owner = flowId && (await deps.library.owner(flowId));
    if (!flow || !owner?.agencyId.equals(agencyId))
      throw new FlowNotFoundError(String(flowId ?? '–'));
    return flow;
  }

  type Start = {
    readonly flow: CompiledFlow;
    readonly instance: Instance;
    readonly facts: Facts;
    readonly wanted: Simulation;
    readonly now: Date;
    readonly today: CalendarDate;
  };

  /** From one wake to the next, as the engine would; days on which nothing wakes cost nothing. */
  async function walkDays(start: Start): Promise<SimulatedLine[]> {
    const { flow, facts, wanted, today } = start;
    const lastOn = addDays(today, wanted.days);
    const mail = notingDesk();
    const lines: SimulatedLine[] = [];
    let { instance, now } = start;
    for (let moves = 0; moves < MAX_MOVES; moves += 1) {
      const claimOn = payFrom(facts.claimOn, today, wanted.payments ?? []);
      const situation = { flow, instance, now, mail, evaluate: deps.expressions.evaluate };
      // A claim that is not overdue yet starts on the first day on which it is.
      if (claimOn(dayAt(now, facts.timeZone)).overdueCents === 0 && instance.visit === 0) {
        now = new Date(now.getTime() + DAY_MS);
        if (dayAt(now, facts.timeZone) > lastOn) break;
        continue;
      }
      const move = await advance({ ...situation, facts: { ...facts, claimOn } });
      lines.push(...linesOf(move, now));
      instance = applyMove(move);
      const next = nextWake(instance, now, { payments: wanted.payments ?? [], today });
      if (!next || dayAt(next, facts.timeZone) > lastOn) break;
      now = next;
    }
    return lines;
  }
}

const DAY_MS = 86_400_000;

/** A payment wakes the instance the day after it arrives, as the bank statement would. */
function nextWake(
  instance: Instance,
  now: Date,
  { payments, today }: { payments: readonly SimulatedPayment[]; today: CalendarDate },
): Date | null {
  if (!instance.isLive || !instance.wakeAt) return null;
  const paid = payments
    .map(({ day }) => new Date(Date.parse(`${addDays(today, day)}T10:00:00Z`)))
    .filter((at) => at > now);
  return [instance.wakeAt, ...paid].reduce((first, at) => (at < first ? at : first));
}

function linesOf({ steps, today, claim }: Move, now: Date): SimulatedLine[] {
  return steps.map(({ kind, nodeId, type, outcome, because }) => ({
    on: today,
    at: now,
    nodeId,
    type,
    event: kind,
    outcome,
    because,
    overdueCents: claim?.overdueCents ?? 0,
  }));
}
