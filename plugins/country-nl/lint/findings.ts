import {
  type DatedStep,
  dateWay,
  addDays,
  type CalendarDate,
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
      return [...found.values()].flatMap((candidates) => {
        for (const { broken, way } of candidates) {
          const example = exampleOf(broken, way(), { today, calendar });
          if (example) return [problemOf(broken, example)];
        }
        return [];
      });
    },
  };
}

function problemOf(broken: Broken, example: readonly DatedStep[]): Problem {
  const { code, severity, nodeIds, article, params = {}, fix } = broken;
  return {
    ...{ code, severity, nodeIds, article },
    message: message(`country-nl.${code}`, params),
    path: example.map(({ nodeId }) => nodeId),
    example,
    ...(fix ? { fix: message(`country-nl.${fix.code}`, fix.params) } : {}),
  };
}

type Around = { readonly today: CalendarDate; readonly calendar: WayCalendar };

/** The first days that break the rule; null when none do, and then nothing is said. */
function exampleOf(
  broken: Broken,
  way: readonly WayStep[],
  { today, calendar }: Around,
): readonly DatedStep[] | null {
  const late = broken.mayBeLate?.(way) ?? [];
  let steps = 0;
  for (const walked of casesFrom(today, late)) {
    const dated = dateWay(way, walked, calendar);
    if (broken.isBrokenBy?.({ dated, way, walked }) ?? true) return dated;
    steps += way.length;
    if (steps > MOST_STEPS_TRIED) return null;
  }
  return null;
}

const MOST_STEPS_TRIED = 150_000;
const USUAL_TERM = 30;
const OTHER_TERMS = [14, 0, 60];
const DELAYS = [3, 7, 10, 14, 18, 25, 40];

/** Every due day of a year, then other terms of payment, then a step that is held back. */
function* casesFrom(today: CalendarDate, late: readonly number[]): Generator<WayCase> {
  const none = new Map<number, number>();
  for (let ahead = 0; ahead < 366; ahead += 1) yield caseOf(ahead, USUAL_TERM, none);
  for (const term of OTHER_TERMS) {
    for (let ahead = 0; ahead < 14; ahead += 1) yield caseOf(ahead, term, none);
  }
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
