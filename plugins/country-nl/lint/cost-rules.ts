import { type Channel, daysBetween, type Passage, type StepDeed, type WayStep } from '@inning/sdk';
import type { TermPractice } from '../letter/compute-claimable.ts';
import { COSTS_LETTER } from './articles.ts';
import { claimableAfter, type TermLengths } from './days-needed.ts';
import { type Facts, LETTER, UNMARKED } from './facts.ts';
import type { Broken, Findings } from './findings.ts';

export type CostRules = {
  readonly findings: Findings;
  readonly term: TermPractice;
  readonly terms: TermLengths;
};

/** Costs are announced: after the due date, and not once more while an announcement stands. */
export function announce(facts: Facts, passage: Passage, { findings }: CostRules): Facts {
  const { step } = passage;
  const about = { nodeIds: [step.id], article: COSTS_LETTER, params: { node: step.id } };
  if (facts.costs === 'announced') {
    const fix = { code: 'fix-once' };
    findings.add(
      { ...about, code: 'LAW_COSTS_ANNOUNCED_TWICE', severity: 'warning', fix },
      passage,
    );
  }
  if (passage.since('due-date') < 1) {
    findings.add(beforeDue(step.id, 'error'), passage);
  } else if (facts.aimsBeforeDue) {
    // A flow that starts when an invoice is overdue never waits there; its maker thinks it does.
    findings.add(beforeDue(step.id, 'warning'), passage);
  }
  if (facts.costs !== 'none') return { ...facts, costs: 'announced' };
  if (facts.unmarkedLetter !== null) passage.mark(LETTER, UNMARKED);
  return { ...facts, costs: 'announced', letter: facts.unmarkedLetter };
}

const beforeDue = (node: string, severity: Broken['severity']): Broken => ({
  code: 'LAW_COSTS_ANNOUNCED_BEFORE_DUE',
  severity,
  article: COSTS_LETTER,
  nodeIds: [node],
  params: { node },
  fix: { code: 'fix-after-due' },
});

/** A consumer owes costs only after a letter that announced them, and after its term. */
export function makeClaimable(facts: Facts, passage: Passage, rules: CostRules): Facts {
  const next: Facts = { ...facts, costs: 'claimable' };
  if (
    !facts.kinds.includes('consumer') ||
    facts.costs === 'elsewhere' ||
    facts.costs === 'claimable'
  ) {
    return next;
  }
  const { findings } = rules;
  const node = passage.step.id;
  const about = { severity: 'error', article: COSTS_LETTER, nodeIds: [node] } as const;
  const { letter } = facts;
  if (facts.costs === 'none') {
    const fix = { code: 'fix-announce' };
    findings.add({ ...about, code: 'LAW_COSTS_NOT_ANNOUNCED', params: { node }, fix }, passage);
  } else if (letter === null) {
    const fix = { code: 'fix-letter' };
    findings.add({ ...about, code: 'LAW_COSTS_WITHOUT_LETTER', params: { node }, fix }, passage);
  } else if (passage.since(LETTER) < rules.terms.most(letter)) {
    findings.add(tooEarly(node, letter, { passage, rules }), passage);
  }
  return next;
}

type Around = { readonly passage: Passage; readonly rules: CostRules };

function tooEarly(node: string, letter: Channel, { passage, rules }: Around): Broken {
  const neededDays = rules.terms.most(letter);
  const days = Math.max(0, passage.since(LETTER));
  return {
    code: 'LAW_COSTS_CLAIMABLE_TOO_EARLY',
    severity: 'error',
    article: COSTS_LETTER,
    nodeIds: [node],
    params: { node, days, neededDays },
    fix: { code: 'fix-wait', params: { neededDays } },
    isBrokenBy: ({ dated, way }) =>
      letterPlaces(way).every((place) => {
        const sentOn = dated[place]?.on;
        const claimedOn = dated.at(-1)?.on;
        if (!sentOn || !claimedOn) return false;
        return daysBetween(claimedOn, claimableAfter(sentOn, letter, rules.term)) > 0;
      }),
    mayBeLate: letterPlaces,
    hardDays: {
      place: (way) => letterPlaces(way)[0] ?? 0,
      days: rules.terms.longerThan(letter, days),
    },
  };
}

const isLetter = (deed: StepDeed, outcome: string | null) =>
  deed.does === 'send-letter' && (deed.by === null || deed.by.includes(outcome ?? ''));

/** The letters at and behind the announcement; when there are none, the last one before it. */
function letterPlaces(way: readonly WayStep[]): readonly number[] {
  const announced = way.findIndex(({ step }) =>
    step.deeds.some(({ does }) => does === 'announce-costs'),
  );
  const all = way.flatMap(({ step, outcome }, place) =>
    step.deeds.some((deed) => isLetter(deed, outcome)) ? [place] : [],
  );
  const behind = all.filter((place) => place > announced);
  return behind.length > 0 ? behind : all.slice(-1);
}
