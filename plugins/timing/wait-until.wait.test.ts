import type { Anchor, Country, WaitContext } from '@inning/sdk';
import { aClaim, aScope } from '@inning/sdk/testing';
import { describe, expect, it } from 'vitest';
import { waitUntilWait } from './wait-until.wait.ts';

const HOLIDAYS = new Set(['2026-04-03', '2026-04-06']);
const country = {
  holiday: (day: string) => (HOLIDAYS.has(day) ? 'Easter' : null),
} as Country;
const anchors = {
  startedOn: '2026-03-02',
  previousStepOn: '2026-03-16',
  steps: { 'reminder-1': '2026-03-09' },
};
// Invoice of 1 February 2026, due 1 March, of a debtor who pays after 34 days and promised 20 March.
const claim = aClaim({
  promisedOn: '2026-03-20',
  debtor: {
    ...aClaim({}).debtor,
    behaviour: { class: 'steady', averageTermDays: 34, variationDays: 3, paidCount: 5 },
  },
});

const until = (
  all: readonly Anchor[],
  more: { readonly pick?: 'latest' | 'earliest'; readonly claim?: typeof claim } = {},
) => {
  const { pick = 'latest' } = more;
  const context = { claim, today: '2026-03-17', anchors, country, scope: aScope, ...more };
  const config = { pick, anchors: [...all] };
  return waitUntilWait.until({ ...context, config } as WaitContext<typeof config>);
};

describe('wait until', () => {
  it.each<[Anchor, string]>([
    [{ from: 'invoice-date', days: 30 }, '2026-03-03'],
    [{ from: 'due-date', days: 14 }, '2026-03-15'],
    [{ from: 'due-date', days: -3 }, '2026-02-26'],
    [{ from: 'expected-payment', days: 14 }, '2026-03-21'], // 1 February + 34 + 14.
    [{ from: 'promise-date', days: 1 }, '2026-03-21'],
    [{ from: 'previous-step', days: 7 }, '2026-03-23'],
    [{ from: 'flow-start', days: 0 }, '2026-03-02'],
    [{ from: 'step', step: 'reminder-1', days: 7 }, '2026-03-16'],
    [{ from: 'step', step: 'never-passed', days: 7 }, '2026-03-23'], // Hands on the step before.
  ])('%j is %s', (anchor, on) => {
    expect(until([anchor])).toMatchObject({ on, outcome: 'reached' });
  });

  it('takes the latest or the earliest, and says which one it was', () => {
    const both: Anchor[] = [
      { from: 'due-date', days: 14 },
      { from: 'invoice-date', days: 30 },
    ];

    expect(until(both)).toMatchObject({ on: '2026-03-15', because: { code: 'timing.due-date' } });
    expect(until(both, { pick: 'earliest' })).toMatchObject({
      on: '2026-03-03',
      because: { code: 'timing.invoice-date', params: { on: '2026-03-03', days: 30 } },
    });
  });

  it('passes over what the claim does not have, and waits for nothing when that is all', () => {
    const unknown = aClaim({ promisedOn: null });
    const promise: Anchor = { from: 'promise-date', days: 1 };
    const term: Anchor = { from: 'expected-payment', days: 14 };

    const due: Anchor = { from: 'due-date', days: 21 };
    expect(until([term, due], { claim: unknown })).toMatchObject({ on: '2026-03-22' });
    expect(until([promise], { claim: unknown })).toEqual({ on: '2026-03-16', outcome: 'reached' });
  });

  it('counts working days without weekends and holidays, forward and back', () => {
    const workdays = (days: number): Anchor => ({
      from: 'promise-date',
      days,
      unit: 'working-days',
    });

    // From Friday 20 March: ten are Friday 3 April, Good Friday, so Tuesday 7 April (Monday is a holiday).
    expect(until([workdays(9)])).toMatchObject({ on: '2026-04-02' });
    expect(until([workdays(10)])).toMatchObject({ on: '2026-04-07' });
    expect(until([workdays(-1)])).toMatchObject({ on: '2026-03-19' });
    expect(until([workdays(0)])).toMatchObject({ on: '2026-03-20' });
  });
});
