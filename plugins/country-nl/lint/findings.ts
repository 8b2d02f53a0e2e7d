import {
  type DatedStep,
  dateWay,
  addDays,
  type CalendarDate,
  daysBetween,
  message,
  type Passage,
  type Problem,
  type Severity,
  type WayCalendar,
  type WayCase,
  type WayStep,
} from '@inning/sdk';

type Params = Readonly<Record<string, string | number | null>>;

/** A rule that is broken on the way that a passage ends. */
export type Broken = {
  readonly code: string;
  readonly severity: Severity;
  readonly article: string;
  readonly nodeIds: readonly string[];
  readonly params?: Params;
  /** Whether these days break the rule; left out: any days do. */
  readonly isBrokenBy?: (tried: Tried) => boolean;
  /** Which step of the way may be late and so bring two steps too close together. */
  readonly mayBeLate?: (way: readonly WayStep[]) => readonly number[];
  /** Days that are known to break the rule, for a step of the way: tried when a year shows nothing. */
  readonly hardDays?: {
    readonly place: (way: readonly WayStep[]) => number;
    readonly days: readonly CalendarDate[];
  };
  readonly fix?: { readonly code: string; readonly params?: Params };
};

/** A way with days that could be. */
export type Tried = {
  readonly dated: readonly DatedStep[];
  readonly way: readonly WayStep[];
  readonly walked: WayCase;
};

/** Ways kept for one finding, should the first of them not break the rule in any days. */
const MOST_CANDIDATES = 3;

export type Findings = ReturnType<typeof createFindings>;

/** Collects what is broken, once per rule and step, and keeps what days can be found for. */
export function createFindings(today: CalendarDate, calendar: WayCalendar) {
  const found = new Map<string, { broken: Broken; way: Passage['way'] }[]>();
  return {
    add(broken: Broken, { way }: Pick<Passage, 'way'>): void {
      const key = `${broken.code} ${broken.nodeIds.join(' ')}`;
      const candidates = found.get(key) ?? [];
      if (candidates.length < MOST_CANDIDATES) found.set(key, [...candidates, { broken, way }]);
    },
    list(): Problem[] {
      const most = [...found.values()].sort(errorsFirst).slice(0, MOST_FINDINGS);
      let left = MOST_STEPS_IN_ALL;
      return most.flatMap((candidates) => {
        for (const { broken, way } of candidates) {
          const gone = way();
          // A flow with so much wrong is told of the rest without days.
          if (left <= 0) return [problemOf(broken, gone, null)];
          const { example, steps } = exampleOf(broken, gone, { today, calendar });
          left -= steps;
          if (example) return [problemOf(broken, gone, example)];
        }
        return [];
      });
    },
  };
}

const MOST_FINDINGS = 100;
const MOST_STEPS_IN_ALL = 1_000_000;

type Candidates = readonly { readonly broken: Broken; readonly way: Passage['way'] }[];
const weight = (candidates: Candidates) => (candidates[0]?.broken.severity === 'error' ? 0 : 1);
const errorsFirst = (one: Candidates, other: Candidates) => weight(one) - weight(other);

function problemOf(
  broken: Broken,
  way: readonly WayStep[],
  example: readonly DatedStep[] | null,
): Problem {
  const { code, severity, nodeIds, article, params = {}, fix } = broken;
  return {
    code,
    severity,
    nodeIds,
    article,
    message: message(`country-nl.${code}`, params),
    path: way.map(({ step }) => step.id),
    ...(example ? { example } : {}),
    ...(fix ? { fix: message(`country-nl.${fix.code}`, fix.params) } : {}),
  };
}

type Around = { readonly today: CalendarDate; readonly calendar: WayCalendar };

/** The first days that break the rule; null when none do, and then nothing is said. `steps` is the work. */
function exampleOf(
  broken: Broken,
  way: readonly WayStep[],
  { today, calendar }: Around,
): { readonly example: readonly DatedStep[] | null; readonly steps: number } {
  const late = broken.mayBeLate?.(way) ?? [];
  let steps = 0;
  for (const walked of casesFrom(today, late, hardDueDays(broken, way, { today, calendar }))) {
    const dated = dateWay(way, walked, calendar);
    steps += way.length;
    if (broken.isBrokenBy?.({ dated, way, walked }) ?? true) return { example: dated, steps };
    if (steps > MOST_STEPS_TRIED) break;
  }
  return { example: null, steps };
}

/** Due days from which the step falls on its hard days; those to come are tried first. */
function hardDueDays(
  { hardDays }: Broken,
  way: readonly WayStep[],
  { today, calendar }: Around,
): readonly CalendarDate[] {
  if (!hardDays) return [];
  const walked = { dueOn: today, invoicedOn: addDays(today, -USUAL_TERM), delays: new Map() };
  const on = dateWay(way, walked, calendar)[hardDays.place(way)]?.on ?? today;
  const days = hardDays.days.slice(0, MOST_HARD_DAYS);
  const inOrder = [...days.filter((day) => day >= on), ...days.filter((day) => day < on)];
  return inOrder.map((day) => addDays(day, daysBetween(on, today)));
}

const MOST_HARD_DAYS = 60;
const MOST_STEPS_TRIED = 150_000;
const USUAL_TERM = 30;
const OTHER_TERMS = [14, 0, 60];
const DELAYS = [3, 7, 10, 14, 18, 25, 40];

/** Every due day of a year, then other terms of payment, then a step that is held back. */
function* casesFrom(
  today: CalendarDate,
  late: readonly number[],
  hardDueDays: readonly CalendarDate[],
): Generator<WayCase> {
  const none = new Map<number, number>();
  for (let ahead = 0; ahead < 366; ahead += 1) yield caseOf(ahead, USUAL_TERM, none);
  for (const term of OTHER_TERMS) {
    for (let ahead = 0; ahead < 14; ahead += 1) yield caseOf(ahead, term, none);
  }
  for (const dueOn of hardDueDays) yield caseOf(daysBetween(today, dueOn), USUAL_TERM, none);
  for (const place of late) {
    for (const days of DELAYS) {
      for (let ahead = 0; ahead < 14; ahead += 1) {
        yield caseOf(ahead, USUAL_TERM, new Map([[place, days]]));
      }
    }
  }

  function caseOf(ahead: number, term: number, delays: WayCase['delays']): WayCase {
    const dueOn = addDays(today, ahead);
    return { dueOn, invoicedOn: addDays(dueOn, -term), delays };
  }
}
