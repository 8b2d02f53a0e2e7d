import { daysBetween, type Passage, type StepDeed } from '@inning/sdk';
import { GOOD_FAITH } from './articles.ts';
import { contactPlaces } from './contact-rules.ts';
import { contactMoment, type Facts } from './facts.ts';
import type { Findings, Tried } from './findings.ts';
import type { Promised } from './read-promises.ts';

/** A contact that comes earlier than the description of the flow says. */
export function keepPromises(
  facts: Facts,
  passage: Passage,
  {
    promises,
    findings,
    deed,
  }: {
    readonly promises: readonly Promised[];
    readonly findings: Findings;
    readonly deed: StepDeed;
  },
): void {
  for (const promise of promises) {
    const isFirst = promise.from === 'previous-contact' && facts.contacts === 0;
    if (isFirst || !isAbout(promise, passage, deed)) continue;
    const { from, days, words } = promise;
    if (passage.since(from === 'previous-contact' ? contactMoment(1) : from) >= days) continue;
    const node = passage.step.id;
    findings.add(
      {
        code: 'LAW_PROMISE_BROKEN',
        severity: 'error',
        article: GOOD_FAITH,
        nodeIds: [node],
        params: { node, days, promise: words },
        isBrokenBy: (tried) => daysSince(promise, tried) < days,
        fix: { code: 'fix-promise', params: { days } },
      },
      passage,
    );
  }
}

function isAbout({ about }: Promised, { step }: Passage, deed: StepDeed): boolean {
  if (about === null) return true;
  if (about === 'call') return deed.does === 'contact-debtor';
  return step.stage === about && deed.does === 'send-letter';
}

function daysSince({ from }: Promised, { dated, way, walked }: Tried): number {
  const last = dated.at(-1)?.on;
  const before = dated[contactPlaces(way).at(-2) ?? -1]?.on;
  const since = {
    'due-date': walked.dueOn,
    'invoice-date': walked.invoicedOn,
    'previous-contact': before,
  }[from];
  return last && since ? daysBetween(since, last) : Number.POSITIVE_INFINITY;
}
