import {
  addDays,
  type CalendarDate,
  type Clock,
  daysBetween,
  type FlowDocument,
} from '@inning/sdk';
import type { Id, Scope, Store } from '../../store/index.ts';
import type { DocumentRenderer } from '../../documents/index.ts';
import type { CompiledFlow } from '../engine/drawings/index.ts';
import type { DecideDeps } from '../engine/deciding/index.ts';
import { dayAt, instantAt } from '../../time/index.ts';
import { newInstance } from '../engine/starting/index.ts';
import type { Facts } from '../engine/facts/index.ts';
import { FlowNotFoundError } from '../flows.errors.ts';
import type { Instance } from '../instances/instance.model.ts';
import { chooseFlow } from '../triggers/choose-flow.ts';
import { keepingDesk } from './letters/keeping-desk.ts';
import { createLetterPreviews, type MadeLetter } from './letters/preview-letters.ts';
import { payFrom, type SimulatedPayment } from './pay-from.ts';
import { createLineTeller, type SimulatedLine } from './simulated-lines.ts';
import { type Standing, standingsAfter } from './standings.ts';
import { createStaging, type StagingDeps } from './staged.ts';
import { createTrial, nextWake, type Walker } from './trial.ts';
import { createTriedFlow, type TriedFlow, type TriedFlowDeps } from './tried-flow.ts';
import type { Staged, Who } from './who-walks.ts';

export type SimulateDeps = DecideDeps &
  StagingDeps &
  TriedFlowDeps & {
    readonly store: Store;
    readonly clock: Clock;
    readonly renderer: DocumentRenderer;
  };
export type Simulation = Who & {
  readonly days: number;
  /** The flow to try; the one that treats the debtor when left out. */
  readonly flowId?: Id;
  /** Named, the flow is walked from its start, whatever runs for the debtor already. */
  readonly version?: number | 'draft';
  readonly payments?: readonly SimulatedPayment[];
};
export type SimulationResult = {
  readonly flow: string;
  readonly version: number;
  readonly document: FlowDocument;
  readonly debtorName: string;
  readonly startsOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly lines: readonly SimulatedLine[];
  /** The letters as they would be, in the order in which they would leave. */
  readonly letters: readonly MadeLetter[];
  /** When the money comes in. */
  readonly payments: readonly {
    readonly on: CalendarDate;
    readonly at: Date;
    readonly amountCents: number;
  }[];
  /** Where everything stands after the last day. */
  readonly standings: readonly Standing[];
};

const END_OF_DAY = 23 * 60 + 59;
const PAYMENTS_COME_AT = 10 * 60;

/**
 * Lets the days pass for one debtor, from today: on from where it stands in that flow, or from the
 * start of another one. Bank data is taken to come in as regularly as it does now. Nothing is stored
 * or sent. Null for a debtor who is not seen here.
 */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createSimulation(deps: SimulateDeps) {
  const stage = createStaging(deps);
  const findFlow = createTriedFlow(deps);
  const makeLetters = createLetterPreviews(deps);

  return async (scope: Scope, wanted: Simulation): Promise<SimulationResult | null> => {
    const staged = await stage(scope, wanted);
    if (!staged) return null;
    const now = deps.clock.now();
    const today = dayAt(now, staged.administration.timeZone);
    const live = wanted.version === undefined ? liveIn(staged, wanted) : [];
    const { tried, flowId } = await chosenFlow(scope, { wanted, staged, live });
    const fresh = freshOf(tried.flow, flowId, { staged, live, today, now });
    const walking = [...live, ...fresh].flatMap((instance) => {
      const facts = staged.factsOf(instance);
      return facts ? [{ instance, facts }] : [];
    });
    const post = keepingDesk();
    const days = { wanted, today, now };
    const walkers = walkersOf(walking, days);
    const moves = await createTrial({ ...deps, library: tried.library })({
      ...periodOf(staged, days),
      walkers,
      mail: post.desk,
    });
    return {
      flow: tried.flow.slug,
      version: tried.flow.version,
      document: tried.flow.document,
      debtorName: staged.debtor.name,
      startsOn: today,
      lastOn: addDays(today, wanted.days),
      lines: await createLineTeller(tried.library)(moves),
      letters: await makeLetters(post.letters),
      payments: paymentsIn(staged, days),
      standings: standingsAfter(walkers, moves),
    };
  };

  type Choosing = {
    readonly wanted: Simulation;
    readonly staged: Staged;
    readonly live: readonly Instance[];
  };

  async function chosenFlow(
    scope: Scope,
    { wanted, staged, live }: Choosing,
  ): Promise<{ tried: TriedFlow; flowId: Id }> {
    const flowId =
      wanted.flowId ?? live[0]?.flowId ?? chooseFlow(staged.debtor, staged.administration).flowId;
    if (!flowId) throw new FlowNotFoundError('–');
    return { tried: await findFlow(scope, { flowId, version: wanted.version }), flowId };
  }
}

const liveIn = ({ live }: Staged, { flowId }: Simulation): readonly Instance[] =>
  flowId ? live.filter((one) => one.flowId.equals(flowId)) : live;

type Start = {
  readonly staged: Staged;
  readonly live: readonly Instance[];
  readonly today: CalendarDate;
  readonly now: Date;
};

/** What has yet to begin beside that which walks already. */
function freshOf(flow: CompiledFlow, flowId: Id, { staged, live, today, now }: Start): Instance[] {
  const { debtor, openInvoiceIds } = staged;
  const subjects = flow.document.subject === 'invoice' ? openInvoiceIds : [null];
  const waiting = subjects.filter((id) => !live.some((one) => isAbout(one, id)));
  const start = { place: debtor, debtorId: debtor._id, today, now };
  return waiting.flatMap((invoiceId) => newInstance(flow, flowId, { ...start, invoiceId }) ?? []);
}

type Days = { readonly wanted: Simulation; readonly today: CalendarDate; readonly now: Date };

function paymentsIn({ administration }: Staged, { wanted, today }: Days) {
  return (wanted.payments ?? []).map(({ day, amountCents }) => {
    const on = addDays(today, day);
    return { on, at: instantAt(on, PAYMENTS_COME_AT, administration.timeZone), amountCents };
  });
}

/** How long, at which moments something comes in, and what is known on each day. */
function periodOf({ administration }: Staged, { wanted, today }: Days) {
  const { timeZone } = administration;
  const { payments = [], days } = wanted;
  return {
    until: instantAt(addDays(today, days), END_OF_DAY, timeZone),
    looks: payments.map(({ day }) => instantAt(addDays(today, day), PAYMENTS_COME_AT, timeZone)),
    factsAt: (facts: Facts, now: Date) => withBankData(facts, today, dayAt(now, timeZone)),
  };
}

/** Bank data is as old on every day as it is today. */
function withBankData(facts: Facts, today: CalendarDate, day: CalendarDate): Facts {
  if (facts.bankDataOn === null) return facts;
  return { ...facts, bankDataOn: addDays(facts.bankDataOn, daysBetween(today, day)) };
}

type Walking = { readonly instance: Instance; readonly facts: Facts };

function walkersOf(walking: readonly Walking[], { wanted, today, now }: Days): Walker[] {
  const { payments = [], days } = wanted;
  return walking.flatMap(({ instance, facts }) => {
    const { timeZone } = facts;
    const looks = payments.map(({ day }) =>
      instantAt(addDays(today, day), PAYMENTS_COME_AT, timeZone),
    );
    const until = instantAt(addDays(today, days), END_OF_DAY, timeZone);
    const claimOn = payFrom(facts.claimOn, today, payments);
    const walker = { instance, facts: { ...facts, claimOn } };
    return instance.visit > 0
      ? whereItStands(walker, nextWake(instance, now, looks))
      : onceOverdue(walker, now, until);
  });
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
