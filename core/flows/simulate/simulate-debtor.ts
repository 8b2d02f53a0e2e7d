import {
  addDays,
  type CalendarDate,
  type Clock,
  type FlowDocument,
  type Message,
} from '@inning/sdk';
import { administrations } from '../../domain/administrations/index.ts';
import { type Debtor, debtors } from '../../domain/debtors/index.ts';
import { invoices } from '../../domain/invoices/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import type { CompiledFlow } from '../engine/compile-flow.ts';
import type { DecideDeps } from '../engine/decide.ts';
import type { LoadFacts } from '../engine/load-facts.ts';
import { dayAt, instantAt } from '../engine/local-time.ts';
import { newInstance } from '../engine/new-instance.ts';
import type { Facts } from '../engine/situation.ts';
import { FlowNotFoundError } from '../flows.errors.ts';
import { type Instance, instances } from '../instances/instance.model.ts';
import { chooseFlow } from '../triggers/choose-flow.ts';
import { payFrom, type SimulatedPayment } from './pay-from.ts';
import { createTrial, nextWake, type Tried, type Walker } from './trial.ts';

export type SimulateDeps = DecideDeps & {
  readonly store: Store;
  readonly clock: Clock;
  readonly loadFacts: LoadFacts;
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

const END_OF_DAY = 23 * 60 + 59;
const PAYMENTS_COME_AT = 10 * 60;

/**
 * Lets the days pass for one debtor, from today: on from where it stands in that flow, or from the
 * start of another one. Nothing is stored or sent.
 */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createSimulation(deps: SimulateDeps) {
  const { store } = deps;
  const tryOut = createTrial(deps);

  return async (scope: Scope, wanted: Simulation): Promise<SimulationResult | null> => {
    const debtor = await store.table(debtors).in(scope).byId(wanted.debtorId);
    const administration =
      debtor && (await store.table(administrations).in(scope).byId(debtor.administrationId));
    if (!debtor || !administration) return null;
    const now = deps.clock.now();
    const today = dayAt(now, administration.timeZone);
    const live = await liveOf(scope, wanted);
    const flowId = wanted.flowId ?? live[0]?.flowId ?? chooseFlow(debtor, administration).flowId;
    const flow = await flowOf(flowId, debtor.agencyId);
    const fresh = flowId ? await freshOf(scope, flowId, { flow, debtor, live, today, now }) : [];
    const all = [...live, ...fresh];
    const factsOf = await deps.loadFacts(scope, all, now);
    const walking = all.flatMap((instance) => {
      const facts = factsOf(instance);
      return facts ? [{ instance, facts }] : [];
    });
    const tried = await walkDays(walking, { wanted, today, now });
    return { flow: flow.slug, document: flow.document, lines: tried.flatMap(linesOf) };
  };

  function liveOf(scope: Scope, { debtorId, flowId }: Simulation): Promise<Instance[]> {
    const which = { debtorId, isLive: true, ...(flowId ? { flowId } : {}) };
    return store.table(instances).in(scope).find(which);
  }

  async function flowOf(flowId: Id | null, agencyId: Id): Promise<CompiledFlow> {
    const flow = flowId && (await deps.library.current(flowId));
    const owner = flowId && (await deps.library.owner(flowId));
    if (!flow || !owner?.agencyId.equals(agencyId))
      throw new FlowNotFoundError(String(flowId ?? '–'));
    return flow;
  }

  type Start = {
    readonly flow: CompiledFlow;
    readonly debtor: Debtor;
    readonly live: readonly Instance[];
    readonly today: CalendarDate;
    readonly now: Date;
  };

  /** What has yet to begin beside that which walks already. */
  async function freshOf(
    scope: Scope,
    flowId: Id,
    { flow, debtor, live, today, now }: Start,
  ): Promise<Instance[]> {
    const { _id: debtorId } = debtor;
    const open = { debtorId, openCents: { $gt: 0 } };
    const subjects =
      flow.document.subject === 'invoice'
        ? (await store.table(invoices).in(scope).find(open)).map(({ _id }) => _id)
        : [null];
    const waiting = subjects.filter((id) => !live.some((one) => isAbout(one, id)));
    return waiting.flatMap(
      (invoiceId) =>
        newInstance(flow, flowId, { place: debtor, debtorId, invoiceId, today, now }) ?? [],
    );
  }

  type Walking = { readonly instance: Instance; readonly facts: Facts };
  type Days = { readonly wanted: Simulation; readonly today: CalendarDate; readonly now: Date };

  async function walkDays(
    walking: readonly Walking[],
    { wanted, today, now }: Days,
  ): Promise<Tried[]> {
    const timeZone = walking[0]?.facts.timeZone;
    if (!timeZone) return [];
    const { payments = [], days } = wanted;
    const until = instantAt(addDays(today, days), END_OF_DAY, timeZone);
    const looks = payments.map(({ day }) =>
      instantAt(addDays(today, day), PAYMENTS_COME_AT, timeZone),
    );
    const walkers = walking.flatMap(({ instance, facts }) => {
      const claimOn = payFrom(facts.claimOn, today, payments);
      const walker = { instance, facts: { ...facts, claimOn } };
      return instance.visit > 0
        ? whereItStands(walker, nextWake(instance, now, looks))
        : onceOverdue(walker, now, until);
    });
    return tryOut({ walkers, until, looks });
  }
}

function whereItStands(walker: Omit<Walker, 'from'>, from: Date | null): Walker[] {
  return from ? [{ ...walker, from }] : [];
}

/** What is not overdue yet starts on the first day on which it is. */
function onceOverdue({ instance, facts }: Omit<Walker, 'from'>, now: Date, until: Date): Walker[] {
  const { claimOn, timeZone } = facts;
  let from = now;
  while (from <= until && claimOn(dayAt(from, timeZone)).overdueCents === 0) {
    from = new Date(from.getTime() + DAY_MS);
  }
  const startedOn = dayAt(from, timeZone);
  return [{ instance: { ...instance, startedOn, previousStepOn: startedOn }, facts, from }];
}

const DAY_MS = 86_400_000;

/** Without an invoice it is about all of the debtor. */
function isAbout(one: Instance, invoiceId: Id | null): boolean {
  return invoiceId === null || one.invoiceId === null || one.invoiceId.equals(invoiceId);
}

function linesOf({ move: { steps, today, claim }, at }: Tried): SimulatedLine[] {
  return steps.map(({ kind, nodeId, type, outcome, because }) => ({
    on: today,
    at,
    nodeId,
    type,
    event: kind,
    outcome,
    because,
    overdueCents: claim?.overdueCents ?? 0,
  }));
}
