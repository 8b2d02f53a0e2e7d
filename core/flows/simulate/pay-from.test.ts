import { aClaim } from '@inning/sdk/testing';
import type { Claim } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { payFrom } from './pay-from.ts';

const [pattern] = aClaim({}).invoices;
const invoice = (number: string, openCents: number) => ({
  ...pattern!,
  id: number,
  number,
  openCents,
  principalCents: openCents,
});
const claim: Claim = aClaim({
  openCents: 15_000,
  invoices: [invoice('old', 10_000), invoice('new', 5_000)],
});
const paidOn = (day: string, payments: { day: number; amountCents: number }[]) =>
  payFrom(
    () => claim,
    '2026-03-01',
    payments,
  )(day).invoices.map((one) => [one.number, one.openCents]);

describe('money that arrives in a simulation', () => {
  it('pays the oldest invoice first, from its day on', () => {
    const payments = [{ day: 2, amountCents: 12_000 }];

    expect(paidOn('2026-03-02', payments)).toEqual([
      ['old', 10_000],
      ['new', 5_000],
    ]);
    expect(paidOn('2026-03-03', payments)).toEqual([['new', 3_000]]);
  });

  it('adds up, and what is too much pays nothing else', () => {
    const payments = [
      { day: 1, amountCents: 4_000 },
      { day: 2, amountCents: 4_000 },
    ];

    expect(paidOn('2026-03-03', payments)).toEqual([
      ['old', 2_000],
      ['new', 5_000],
    ]);
    const tooMuch = payFrom(() => claim, '2026-03-01', [{ day: 0, amountCents: 99_999 }]);
    expect(tooMuch('2026-03-01')).toMatchObject({ invoices: [], openCents: 0, overdueCents: 0 });
  });
});
