import type { Catalogue } from '../catalogue.ts';
import type { FlowDocument } from '../flow-document.ts';
import { type Moments, momentsOf, passed, since, startZone, waitOut } from './moments.ts';
import { readStep, type StepReading } from './read-step.ts';
import { covers, hull, marked, waited, type Zone } from './zone.ts';

/**
 * What somebody wants to know of all ways through a flow. `Fact` is plain data with few possible values:
 * ways that come to a step with the same facts are followed as one.
 */
export type PathRules<Fact> = {
  readonly start: Fact;
  /** Moments to remember beside those that waits count from. */
  readonly moments: readonly string[];
  /** The facts after a step was left by an outcome, or null when nobody can go that way. */
  pass(fact: Fact, passage: Passage): Fact | null;
};

/** A step that is left by one of its outcomes, on one of the ways that lead to it. */
export type Passage = {
  readonly step: StepReading;
  readonly outcome: string;
  /** The days since a moment, at least; `-Infinity` when nothing is certain. */
  since(moment: string): number;
  /** The moment is now, or the same day as another. */
  mark(moment: string, as?: string): void;
  /** Something holds the step until so many days after the moment. */
  holdUntil(moment: string, days: number): void;
  /** The way that was gone, up to and with this step: computed when asked for. */
  way(): readonly WayStep[];
};

export type WayStep = { readonly step: StepReading; readonly outcome: string | null };

type State<Fact> = {
  readonly id: string;
  readonly fact: Fact;
  readonly zone: Zone;
  readonly from: State<Fact> | null;
  /** The outcome by which the step before was left. */
  readonly by: string | null;
};

/** Beyond these, ways with the same facts are followed as one that may do what any of them may. */
const MOST_ALIKE = 4;
/** No flow that can be drawn needs as many; a hostile one ends here. */
const MOST_PASSAGES = 60_000;

/**
 * Follows all ways through a flow at once, with the least number of days between its moments. The work
 * grows with steps times facts, never with the number of ways. False when the flow is so tangled that not
 * everything was followed.
 */
export function explorePaths<Fact>(
  flow: FlowDocument,
  catalogue: Catalogue,
  rules: PathRules<Fact>,
): boolean {
  const steps = new Map(
    Object.entries(flow.nodes).map(([id, node]) => [id, readStep(id, node, catalogue)]),
  );
  const moments = momentsOf(steps.values(), rules.moments);
  const ways = waysOut(flow, steps);
  const frontier = createFrontier<Fact>();
  for (const step of steps.values()) {
    if (step.kind !== 'trigger') continue;
    const zone = startZone(moments, step);
    frontier.add({ id: step.id, fact: rules.start, zone, from: null, by: null });
  }
  let left = MOST_PASSAGES;
  for (let state = frontier.next(); state; state = frontier.next()) {
    if (left <= 0) return false;
    for (const { outcome, to } of ways.get(state.id) ?? []) {
      left -= 1;
      const after = leave(state, outcome);
      if (after && to !== null) frontier.add({ ...after, id: to, from: state, by: outcome });
    }
  }
  return true;

  function leave(state: State<Fact>, outcome: string) {
    const step = steps.get(state.id);
    if (!step) return null;
    const [passage, zoneAfter] = passageOf(state, { step, outcome }, { moments, steps });
    const fact = rules.pass(state.fact, passage);
    return fact === null ? null : { fact, zone: zoneAfter() };
  }
}

/** What is still to be followed, in the order in which it was found; what is known already is left out. */
function createFrontier<Fact>() {
  const known = new Map<string, State<Fact>[]>();
  const waiting: State<Fact>[] = [];
  let at = 0;
  return {
    add(state: State<Fact>): void {
      const key = keyOf(state);
      const alike = known.get(key) ?? [];
      if (alike.some((one) => covers(one.zone, state.zone))) return;
      const others = alike.filter((one) => !covers(state.zone, one.zone));
      const isFull = others.length >= MOST_ALIKE;
      const zone = isFull ? others.map((one) => one.zone).reduce(hull, state.zone) : state.zone;
      const kept = { ...state, zone };
      known.set(key, isFull ? [kept] : [...others, kept]);
      waiting.push(kept);
    },
    next(): State<Fact> | null {
      for (; at < waiting.length; at += 1) {
        const state = waiting[at];
        // Another that may do all that this one may was found meanwhile.
        if (!state || !known.get(keyOf(state))?.includes(state)) continue;
        at += 1;
        return state;
      }
      return null;
    },
  };
}

const keyOf = <Fact>({ id, fact }: State<Fact>) => `${id} ${JSON.stringify(fact)}`;

/** Every outcome of every step and where it leads; an end leads nowhere. */
function waysOut(flow: FlowDocument, steps: ReadonlyMap<string, StepReading>) {
  const ways = new Map<string, { readonly outcome: string; readonly to: string | null }[]>();
  for (const { from, outcome, to } of flow.edges) {
    if (!steps.has(from) || !steps.has(to)) continue;
    const known = ways.get(from);
    const way = { outcome, to };
    if (known) known.push(way);
    else ways.set(from, [way]);
  }
  for (const { id } of steps.values()) if (!ways.has(id)) ways.set(id, [{ outcome: '', to: null }]);
  return ways;
}

type Way = { readonly step: StepReading; readonly outcome: string };
type Chart = { readonly moments: Moments; readonly steps: ReadonlyMap<string, StepReading> };

function passageOf<Fact>(
  state: State<Fact>,
  { step, outcome }: Way,
  { moments, steps }: Chart,
): [Passage, () => Zone] {
  let zone = waitOut(state.zone, step, moments);
  const at = (name: string) => moments.get(name) ?? -1;
  const passage: Passage = {
    step,
    outcome,
    since: (moment) => since(zone, moments, moment),
    mark: (moment, as) => void (zone = marked(zone, at(moment), as === undefined ? 0 : at(as))),
    holdUntil: (moment, days) => void (zone = waited(zone, at(moment), days)),
    way: () => wayOf(state, outcome, steps),
  };
  return [passage, () => afterwards(zone, { step, outcome }, moments)];
}

function afterwards(zone: Zone, { step, outcome }: Way, moments: Moments): Zone {
  const isDone = outcome !== step.skippedOutcome && outcome !== 'failed';
  const happened = (step.kind === 'action' || step.isGroup) && isDone;
  if (step.kind === 'trigger') return zone;
  const after = passed(zone, { id: step.id, happened }, moments);
  const rest = step.deeds.find(({ does }) => does === 'rest')?.value;
  return happened && typeof rest === 'number'
    ? waited(after, moments.get('previous-step') ?? -1, rest)
    : after;
}

function wayOf<Fact>(
  last: State<Fact>,
  outcome: string,
  steps: ReadonlyMap<string, StepReading>,
): WayStep[] {
  const way: WayStep[] = [];
  let by: string | null = outcome === '' ? null : outcome;
  for (let state: State<Fact> | null = last; state; state = state.from) {
    const step = steps.get(state.id);
    if (step) way.push({ step, outcome: by });
    by = state.by;
  }
  return way.reverse();
}
