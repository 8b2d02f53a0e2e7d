import { readFileSync } from 'node:fs';
import type { CliCommand } from '@inning/sdk';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { costsCommand } from '../../plugins/country-nl/commands/costs.command.ts';
import { interestCommand } from '../../plugins/country-nl/commands/interest.command.ts';
import { computeClaimable } from '../../plugins/country-nl/letter/compute-claimable.ts';
import { describeWithShared, sharedDir } from '../kit/shared.ts';

async function json(command: CliCommand, line: string): Promise<Record<string, unknown>> {
  const out: string[] = [];
  const err: string[] = [];
  const words = [...line.split(' ').filter((word) => word !== ''), '--json'];
  const code = await command.run(
    words,
    (text) => void out.push(text),
    (text) => void err.push(text),
  );
  expect({ code, err }, line).toEqual({ code: 0, err: [] });
  return JSON.parse(out.join('')) as Record<string, unknown>;
}
const vectorsOf = <T>(name: string): T[] =>
  (JSON.parse(readFileSync(`${sharedDir()}law/${name}.json`, 'utf8')) as { vectors: T[] }).vectors;

describeWithShared('costs and interest nobody showed us', 'law/interest-rates.json', async () => {
  const { costsOf, interestOf, later } = await import('./reference/reference-law.ts');

  it('are held against a reference that gives every published figure itself', () => {
    type Bik = { principal_cents: number; fee_cents: number; vat: { total_cents: number } | null };
    for (const { principal_cents, fee_cents, vat } of vectorsOf<Bik>('bik-vectors')) {
      const { feeCents, vatCents } = costsOf([principal_cents], vat !== null);
      expect(feeCents).toBe(fee_cents);
      if (vat) expect(feeCents + vatCents).toBe(vat.total_cents);
    }
    type Interest = Record<'id' | 'principal' | 'start' | 'end_exclusive' | 'rate', string> & {
      compound: boolean;
      expected: string;
    };
    const counted = vectorsOf<Interest>('interest-vectors').filter(
      ({ start, rate }) => start && !rate.includes('leap'),
    );
    for (const { principal, start, end_exclusive, rate, compound, expected } of counted) {
      const percent = /^(\d+)%/.exec(rate)?.[1];
      const { interestCents } = interestOf({
        kind: rate.startsWith('commercial') ? 'commercial' : 'consumer',
        principalCents: Math.round(Number(principal) * 100),
        from: start,
        to: end_exclusive,
        isCompound: compound,
        ...(percent ? { rate: percent } : {}),
      });
      // These round every period; a cent a period is what that may differ.
      expect(Math.abs(interestCents - Math.round(Number(expected) * 100))).toBeLessThanOrEqual(1);
    }
    expect(counted.length).toBeGreaterThan(12);
  });

  const principals = [
    1, 99, 26_600, 26_663, 26_664, 26_666, 26_667, 26_668, 26_670, 26_673, 33_333, 249_999, 250_000,
    250_001, 250_005, 250_015, 499_999, 500_000, 500_010, 500_030, 777_777, 999_990, 999_999,
    1_000_000, 1_000_050, 1_000_150, 19_999_950, 20_000_000, 20_000_100, 99_999_900, 99_999_999,
    100_000_000, 100_000_001, 123_456_789,
  ];
  it.each(principals)('costs of %i cents, with and without VAT', async (principal) => {
    for (const vat of [false, true]) {
      const line = `--principal-cents ${principal}${vat ? ' --vat-not-deductible' : ''}`;
      const expected = costsOf([principal], vat);
      expect(await json(costsCommand, line)).toMatchObject(expected);
    }
  });

  it('costs of several invoices in one letter, less what was paid within its term', async () => {
    const amount = fc.integer({ min: 1, max: 3_000_000 });
    const list = fc.array(amount, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(list, fc.nat(4_000_000), fc.boolean(), async (owed, paid, vat) => {
        const sum = owed.reduce((all, one) => all + one, 0);
        const words = owed.map((one) => `--principal-cents ${one}`).join(' ');
        const line = `${words} --paid-in-term-cents ${paid}${vat ? ' --vat-not-deductible' : ''}`;
        const { feeCents, vatCents } = costsOf([Math.max(0, sum - paid)], vat);
        const totalCents = feeCents + vatCents;
        expect(await json(costsCommand, line)).toMatchObject({ feeCents, vatCents, totalCents });
      }),
      { numRuns: 300 },
    );
  });

  const KINDS = ['consumer', 'commercial'] as const;
  const spans = [
    ['2024-02-29', '2025-02-28'],
    ['2024-02-29', '2025-03-01'],
    ['2020-02-29', '2024-03-01'],
    ['2023-02-28', '2024-02-29'],
    ['2023-03-01', '2024-02-29'],
    ['2023-06-30', '2023-07-02'],
    ['2022-12-31', '2023-01-01'],
    ['2022-12-31', '2023-01-02'],
    ['2023-07-01', '2026-07-01'],
    ['2024-07-01', '2025-07-01'],
    ['2025-06-30', '2026-07-02'],
    ['2009-06-30', '2011-07-02'],
    ['2012-06-15', '2015-06-15'],
    ['2013-03-15', '2013-07-02'],
    ['2003-07-31', '2004-02-02'],
    ['2026-01-01', '2026-11-20'],
  ] as const;
  it.each(spans)('interest from %s to %s, of both kinds and agreed', async (from, to) => {
    for (const kind of KINDS) {
      const debt = { kind, principalCents: 1_234_567, from, to };
      const line = `--principal-cents 1234567 --from ${from} --to ${to} --kind ${kind}`;
      expect(await json(interestCommand, line)).toMatchObject(interestOf(debt));
      const simple = interestOf({ ...debt, isCompound: false });
      expect(await json(interestCommand, `${line} --simple`)).toMatchObject(simple);
      const more = interestOf({ ...debt, surcharge: '1.25' });
      expect(await json(interestCommand, `${line} --surcharge 1.25`)).toMatchObject(more);
      const agreed = interestOf({ ...debt, rate: '7.35' });
      expect(await json(interestCommand, `${line} --rate 7.35`)).toMatchObject(agreed);
      const grown = interestOf({ ...debt, rate: '7.35', isCompound: true });
      expect(await json(interestCommand, `${line} --rate 7.35 --compound`)).toMatchObject(grown);
    }
  });

  it('interest of any debt, with a payment on any day of it', async () => {
    const debt = fc.record({
      kind: fc.constantFrom(...KINDS),
      principalCents: fc.integer({ min: 1, max: 50_000_000 }),
      start: fc.nat(7_000),
      days: fc.integer({ min: 1, max: 2_600 }),
      part: fc.nat(99),
      amountCents: fc.integer({ min: 1, max: 60_000_000 }),
      isPaid: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(debt, async ({ kind, principalCents, start, days, part, ...rest }) => {
        const from = later('2003-01-01', start);
        const to = later(from, days);
        const on = later(from, Math.floor((days * part) / 100));
        const line = `--principal-cents ${principalCents} --from ${from} --to ${to} --kind ${kind}`;
        const { amountCents, isPaid } = rest;
        const payment = { on, amountCents };
        const answer = await json(
          interestCommand,
          isPaid ? `${line} --payment ${on}=${amountCents}` : line,
        );
        const asked = { kind, principalCents, from, to };
        expect(answer).toMatchObject(interestOf(isPaid ? { ...asked, payment } : asked));
      }),
      { numRuns: 150 },
    );
  });
});

describeWithShared('the day from which costs may be claimed', 'law/holidays-nl.json', async () => {
  const { claimableOf, HOLIDAYS, later } = await import('./reference/reference-law.ts');
  const ask = (sentOn: string, receivedOn: string | null) =>
    computeClaimable({
      debtorKind: 'consumer',
      channel: receivedOn === null ? 'post' : 'mail',
      dueOn: '2023-12-01',
      sentOn,
      receivedOn,
      returnedOn: null,
    }).claimableOn;

  it('is right for every day from 2024 to 2028 on which a letter leaves or is received', () => {
    let asked = 0;
    for (let day = '2024-01-01'; day < '2028-12-01'; day = later(day, 1)) {
      expect([day, ask(day, null)]).toEqual([day, claimableOf(day, null)]);
      expect([day, ask(day, day)]).toEqual([day, claimableOf(day, day)]);
      asked += 2;
    }
    expect(asked).toBe(3_592);
  });

  it.each([
    // Received on Saturday 11 April 2026, the term ends on Saturday 25 April; Monday 27 April is King's Day.
    ['2026-04-11', '2026-04-29'],
    // King's Day of 2025 moved to Saturday 26 April: Monday 28 April is a day like any other.
    ['2025-04-12', '2025-04-29'],
    // 5 May is Liberation Day in every year, not once in five: 2026 as well as 2025.
    ['2026-04-21', '2026-05-07'],
    ['2025-04-21', '2025-05-07'],
    // Christmas of 2026 falls on Friday and Saturday: on to Monday 28 December.
    ['2026-12-11', '2026-12-29'],
    // Good Friday and Easter Monday of 2026 on both sides of a weekend.
    ['2026-03-20', '2026-04-08'],
    // 1 January 2026 is followed by a day that the government made equal to a holiday, and a weekend.
    ['2025-12-18', '2026-01-06'],
  ])('received on %s, the costs are owed from %s', (receivedOn, claimableOn) => {
    expect(ask(receivedOn, receivedOn)).toBe(claimableOn);
    expect(claimableOf(receivedOn, receivedOn)).toBe(claimableOn);
  });

  it('knows 5 May of every year as a holiday, as the law file says', () => {
    for (const year of [2024, 2025, 2026, 2027, 2028]) expect(HOLIDAYS).toContain(`${year}-05-05`);
  });
});
