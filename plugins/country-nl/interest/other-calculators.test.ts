import { readFileSync } from 'node:fs';
import { cents, type InterestQuestion } from '@inning/sdk';
import { expect, it } from 'vitest';
import { describeWithShared, sharedDir } from '../../../tests/kit/shared.ts';
import { computeInterest } from './compute-interest.ts';
import { RATE_TABLES, toTable } from './rates.ts';

type Case = {
  test?: string;
  call: string;
  args: (string | [string, string][])[];
  expected: Record<string, unknown>;
};

const inCents = (euros: string) => cents(Math.round(Number(euros) * 100));

function ask(one: Case) {
  const isByParty = one.call.startsWith('statutory');
  const [principal, from, to] = (isByParty ? one.args.slice(1) : one.args) as string[];
  const question: InterestQuestion = {
    kind: 'consumer',
    principalCents: inCents(principal ?? ''),
    from: from ?? '',
    to: to ?? '',
    payments: [],
    agreed: one.call.includes('simple') ? { percent: '0', isOnTop: true, isCompound: false } : null,
  };
  const rows = one.args[3];
  if (!Array.isArray(rows)) return computeInterest(question);
  const table = toTable({
    article: 'agreed',
    validUntil: '2099-12-31',
    rows: rows.map(([on, percent]) => ({ from: on, percent })),
  });
  return computeInterest(question, { table });
}

describeWithShared('interest of other calculators', 'corpora/law/cases.open.json', () => {
  const { interest } = JSON.parse(
    readFileSync(`${sharedDir()}corpora/law/cases.open.json`, 'utf8'),
  ) as { interest: Case[] };

  it.each(interest.map((one) => [one.test ?? one.call, one] as const))('%s', (_name, one) => {
    const { interestCents, periods } = ask(one);
    const { total, n_periods, days, rate } = one.expected;

    if (typeof total === 'string') expect(interestCents).toBe(inCents(total));
    if (Array.isArray(total))
      expect({ interestCents, periods }).toEqual({ interestCents: 0, periods: [] });
    if (n_periods !== undefined) expect(periods).toHaveLength(Number(n_periods));
    const firstDays = days ?? one.expected["periods[0]['days']"];
    if (firstDays !== undefined) expect(periods[0]?.days).toBe(firstDays);
    if (rate !== undefined) expect(periods[0]?.percent).toBe(String(Number(rate)));
  });
});

describeWithShared('the tables of rates', 'corpora/law/rates-and-wik.json', () => {
  type Row = { from: string; percent: string };
  const consensus = JSON.parse(
    readFileSync(`${sharedDir()}corpora/law/rates-and-wik.json`, 'utf8'),
  ) as { statutory_6_119: Row[]; commercial_6_119a: Row[] };

  const percentOn = (kind: 'consumer' | 'commercial', on: string) => {
    const { rates } = RATE_TABLES[kind];
    const percent = rates.findLast(({ from }) => from <= on)?.percent;
    return percent && Number(percent.num) / Number(percent.den);
  };

  it('are those on which the sources agree', () => {
    for (const { from, percent } of consensus.statutory_6_119) {
      expect([from, percentOn('consumer', from)]).toEqual([from, Number(percent)]);
    }
    for (const { from, percent } of consensus.commercial_6_119a) {
      expect([from, percentOn('commercial', from)]).toEqual([from, Number(percent)]);
    }
    expect(RATE_TABLES.consumer.rates).toHaveLength(consensus.statutory_6_119.length);
    // Before the first commercial rate the other one counted, as a row of its own.
    expect(RATE_TABLES.commercial.rates).toHaveLength(consensus.commercial_6_119a.length + 1);
  });
});
