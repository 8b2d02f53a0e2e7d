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
import { createTrial, nextWake, type Tried } from './trial.ts';

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
    const flowId = wanted.flowId ?? chooseFlow(debtor, administration).flowId;
    const flow = await flowOf(flowId, debtor.agencyId);
    const now = deps.clock.now();
    const today = dayAt(now, administration.timeZone);
    const start = { flow, debtor, today, now };
    const walking = flowId ? await instancesFor(scope, flowId, start) : [];
    const factsOf = await deps.loadFacts(scope, walking, now);
    const tried: Tried[] = [];
    for (const instance of walking) {
      const facts = factsOf(instance);
      if (facts) tried.push(...(await walkDays(instance, facts, { wanted, today, now })));
    }
    tried.sort((a, b) => a.at.getTime() - b.at.getTime());
    return { flow: flow.slug, document: flow.document, lines: tried.flatMap(linesOf) };
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
    readonly debtor: Debtor;
    readonly today: CalendarDate;
    readonly now: Date;
  };

  /** Where the debtor stands in that flow, and what has yet to begin. */
  async function instancesFor(
    scope: Scope,
    flowId: Id,
    { flow, debtor, today, now }: Start,
  ): Promise<Instance[]> {
    const { _id: debtorId } = debtor;
    const live = await store.table(instances).in(scope).find({ debtorId, flowId, isLive: true });
    const open = { debtorId, openCents: { $gt: 0 } };
    const subjects =
      flow.document.subject === 'invoice'
        ? (await store.table(invoices).in(scope).find(open)).map(({ _id }) => _id)
        : [null];
    const waiting = subjects.filter((id) => !live.some((one) => isAbout(one, id)));
    const fresh = waiting.flatMap(
      (invoiceId) =>
        newInstance(flow, flowId, { place: debtor, debtorId, invoiceId, today, now }) ?? [],
    );
    return [...live, ...fresh];
  }

  type Days = { readonly wanted: Simulation; readonly today: CalendarDate; readonly now: Date };

  function walkDays(instance: Instance, facts: Facts, { wanted, today, now }: Days) {
    const payments = wanted.payments ?? [];
    const { timeZone } = facts;
    const until = instantAt(addDays(today, wanted.days), END_OF_DAY, timeZone);
    const claimOn = payFrom(facts.claimOn, today, payments);
    const looks = payments.map(({ day }) =>
      instantAt(addDays(today, day), PAYMENTS_COME_AT, timeZone),
    );
    const trial = { facts: { ...facts, claimOn }, until, looks };
    if (instance.visit > 0) {
      const from = nextWake(instance, now, looks);
      return from && from <= until ? tryOut({ ...trial, instance, from }) : [];
    }
    // What is not overdue yet starts on the first day on which it is.
    let from = now;
    while (from <= until && claimOn(dayAt(from, timeZone)).overdueCents === 0) {
      from = new Date(from.getTime() + DAY_MS);
    }
    const startedOn = dayAt(from, timeZone);
    const fresh = { ...instance, startedOn, previousStepOn: startedOn };
    return from <= until ? tryOut({ ...trial, instance: fresh, from }) : [];
  }
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
