import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedDir } from '../../../tests/kit/shared.ts';
import { costsCommand } from './costs.command.ts';
import { interestCommand } from './interest.command.ts';

async function run(line: string) {
  const command = line.startsWith('costs') ? costsCommand : interestCommand;
  const [out, err]: [string[], string[]] = [[], []];
  const exitCode = await command.run(
    line.split(' ').slice(1),
    (text) => void out.push(text),
    (text) => void err.push(text),
  );
  // Answers go to one place, refusals to the other, so that an answer can be piped.
  expect(exitCode === 0 ? err : out).toEqual([]);
  return { exitCode, text: [...out, ...err].join('\n').replaceAll('\u00a0', ' ') };
}
async function json(line: string) {
  const { exitCode, text } = await run(`${line} --json`);
  const answer: Record<string, unknown> = { exitCode, ...(JSON.parse(text) as object) };
  return answer;
}
const fromShared = (path: string) => JSON.parse(readFileSync(sharedDir() + path, 'utf8'));

describe('inning costs', () => {
  it('shows how the costs are made up', async () => {
    expect(await run('costs --principal-cents 300000 --vat-not-deductible')).toEqual({
      exitCode: 0,
      text: [
        '15 % of €2,500.00 = €375.00',
        '10 % of €500.00 = €50.00',
        'VAT that the creditor cannot deduct: 21 % of €425.00 = €89.25',
        'Costs: €425.00',
        'VAT: €89.25',
        'Total: €514.25',
        'art. 6:96 lid 2 onder c BW; art. 2 Besluit BIK: The scale by law over the open principal, not over interest.',
      ].join('\n'),
    });
  });

  it('gives the figures as data, with the ground', async () => {
    expect(await json('costs --principal-cents 387200')).toMatchObject({
      exitCode: 0,
      feeCents: 51_220,
      vatCents: 0,
      totalCents: 51_220,
      ground: expect.stringContaining('Besluit BIK'),
    });
  });

  it('knows several claims, payments in the term, small terms, agreements and no letter', async () => {
    const several = 'costs --principal-cents 200000 --principal-cents=100000';
    expect(await json(several)).toMatchObject({ feeCents: 42_500 });
    const paid = 'costs --principal-cents 100000 --paid-in-term-cents 40000';
    expect(await json(paid)).toMatchObject({ feeCents: 9_000 });
    const all = 'costs --principal-cents 100000 --paid-in-term-cents 100000';
    expect(await json(all)).toMatchObject({ feeCents: 0 });
    const term = 'costs --principal-cents 2500 --earlier-term 2026-09-01=4000';
    expect(await json(term)).toMatchObject({ feeCents: 0 });
    const business = 'costs --principal-cents 100000 --debtor business';
    expect(await json(`${business} --agreed-cents 30000`)).toMatchObject({ feeCents: 30_000 });
    expect(await json(`${business} --no-letter`)).toMatchObject({ feeCents: 4_000 });
    // More credited than owed is no mistake: over that there are no costs.
    expect(await json('costs --principal-cents -1')).toMatchObject({ exitCode: 0, feeCents: 0 });
  });

  it('speaks the language that was asked for', async () => {
    const { text } = await run('costs --principal-cents 10000 --language nl');
    expect(text).toContain('Aangevuld tot het minimum van € 40,00');
  });

  it.each([
    ['costs', '--principal-cents is missing'],
    ['costs --principal-cents', 'needs a value'],
    ['costs --principal-cents --json', 'needs a value'],
    ['costs --principal-cents 12.50', 'whole number of cents'],
    ['costs --principal-cents 99999999999999', 'of at most 10000000000000'],
    [
      'costs --principal-cents 1 --debtor person',
      '--debtor must be consumer or sole-trader or business',
    ],
    ['costs --principal-cents 1 --default-on 2026-02-30', 'must be a day'],
    ['costs --principal-cents 1 --default-on 2011-01-01', 'starts on 2012-07-01'],
    ['costs --principal-cents 1 --constructor', 'There is no option --constructor'],
    ['costs --principal-cents 1 --debtor business --debtor consumer', 'given twice'],
    ['costs --json=1', 'takes no value'],
    ['costs 100', '"100" is not understood'],
    ['costs --principal-cents 1 --agreed-cents -5', 'zero or more'],
    ['costs --principal-cents 1 --earlier-term 4000', 'a day and cents'],
  ])('answers 2 to `%s`', async (line, sentence) => {
    const { exitCode, text } = await run(line);
    expect({ exitCode, text }).toEqual({ exitCode: 2, text: expect.stringContaining(sentence) });
    expect(text.split('\n')).toHaveLength(1);
  });
});

describe('inning interest', () => {
  const BASE = 'interest --principal-cents 1000000 --from 2025-07-01 --to 2026-09-01';

  it('shows every period and the sum', async () => {
    expect((await run(`${BASE} --kind commercial`)).text.split('\n')).toEqual([
      '€10,000.00 × 10.15 % × 365 days / 365 = €1,015.00 (Tue 1 Jul 2025 up to and including Tue 30 Jun 2026)',
      '€11,015.00 × 10.4 % × 62 days / 365 = €194.59 (Wed 1 Jul 2026 up to and including Mon 31 Aug 2026)',
      'Interest: €1,209.59',
      expect.stringContaining('art. 6:119a'),
    ]);
  });

  it('says what is left after payments', async () => {
    const paid = await run(`${BASE} --kind consumer --payment 2026-01-01=500000 --language nl`);
    // 6 % over 184 days is 302.47 and paid first, then 4,697.53 of the principal. On the rest 4 % over
    // 181 days is 105.18, which bears interest itself over the last 62: 36.03 and 0.71.
    expect(paid.text.split('\n').slice(-5, -1)).toEqual([
      'Rente: € 444,39',
      'Open rente: € 141,92',
      'Open hoofdsom: € 5.302,47',
      'Te veel betaald: € 0,00',
    ]);
  });

  it('warns when the table is older than the days asked for', async () => {
    const line = 'interest --principal-cents 100 --from 2026-07-01 --kind consumer';
    expect(await json(`${line} --to 2027-02-01`)).toMatchObject({
      warnings: [{ code: 'INTEREST_TABLE_OLD' }],
    });
    expect((await run(`${line} --to 2027-02-01`)).text).toContain('Warning: The table of rates');
    expect(await json(`${line} --to 2027-01-01`)).toMatchObject({ warnings: [] });
  });

  it('knows agreed rates, surcharges, payments and other ways to count', async () => {
    const of = async (rest: string) =>
      (await json(`${BASE} --kind consumer ${rest}`))['interestCents'];

    // 10,000 x 8 % x 427 / 365; the same with the first year's 800 in the base for the last 62 days.
    expect(await of('--rate 8')).toBe(93_589);
    expect(await of('--rate 8 --compound')).toBe(94_676);
    // 8 % for 184 days and 6 % for 181 make 700.82; then 6 % of 10,700.82 for 62 days: 109.06.
    expect(await of('--surcharge 2')).toBe(80_988);
    // 6 % for 184 days and 4 % for 243, both over 10,000.
    expect(await of('--simple')).toBe(56_877);
    expect(await of('--payment 2025-07-01=1000000')).toBe(0);
  });

  it.each([
    ['interest --from 2025-01-01', '--principal-cents is missing'],
    [BASE, '--kind is missing: --kind consumer|commercial.'],
    [`${BASE} --kind private`, '--kind must be consumer or commercial'],
    [`${BASE} --kind consumer --rate 8 --surcharge 2`, 'not both'],
    [`${BASE} --kind consumer --simple --compound`, 'not both'],
    [`${BASE} --kind consumer --rate 8,5`, 'no percentage'],
    [`${BASE} --kind consumer --payment 2025-09-01=0`, 'cannot be a payment'],
    [`${BASE} --kind consumer --rounding down`, '--rounding must be once or each-period'],
    ['costs --principal-cents 5 --earlier-term 2026-01-01=-5', '--earlier-term must be zero'],
    ['interest --principal-cents -5 --from 2025-01-01 --to 2025-02-01 --kind consumer', '-5 cents'],
    ['interest --principal-cents 5 --from 1999-01-01 --to 2025-02-01 --kind consumer', 'starts on'],
    ['interest --principal-cents 5 --from 2025-01-01 --to 9999-02-01 --kind consumer', 'hundred'],
  ])('answers 2 to `%s`', async (line, sentence) => {
    expect(await run(line)).toEqual({ exitCode: 2, text: expect.stringContaining(sentence) });
  });
});

describe('any words at all', () => {
  const names = ['--principal-cents', '--from', '--to', '--kind', '--payment', '--json', '--rate'];
  const word = fc.oneof(
    fc.constantFrom(...names, '--default-on', '--earlier-term', '--agreed-cents', '--debtor'),
    fc.constantFrom(
      '2026-02-28',
      '9999-12-31',
      '0001-01-01',
      '2020-02-29=5',
      'consumer',
      '1',
      '-1',
    ),
    fc.string(),
  );

  it('end in an answer or in one plain sentence, never in a failure', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 10 }), async (words) => {
        for (const command of [costsCommand, interestCommand]) {
          const lines: string[] = [];
          const say = (line: string) => void lines.push(line);
          const exitCode = await command.run(words, say, say);
          expect([0, 2]).toContain(exitCode);
          if (exitCode === 2) expect(lines).toHaveLength(1);
        }
      }),
    );
  });
});

describeWithShared('the commands', 'law/bik-vectors.json', () => {
  it('give the published collection costs', async () => {
    type Vector = {
      principal_cents: number;
      fee_cents: number;
      vat: { total_cents: number } | null;
    };
    const { vectors } = fromShared('law/bik-vectors.json') as { vectors: Vector[] };
    for (const { principal_cents, fee_cents, vat } of vectors) {
      const line = `costs --principal-cents ${principal_cents}${vat ? ' --vat-not-deductible' : ''}`;
      const totalCents = vat?.total_cents ?? fee_cents;
      expect(await json(line)).toMatchObject({ exitCode: 0, feeCents: fee_cents, totalCents });
    }
  });

  it('give the published interest of the tables, within a cent of each rounding', async () => {
    type Vector = Record<'principal' | 'start' | 'end_exclusive' | 'rate' | 'expected', string>;
    const { vectors } = fromShared('law/interest-vectors.json') as {
      vectors: (Vector & { compound?: boolean })[];
    };
    const byTable = vectors.filter(({ rate, compound }) => rate?.endsWith('table') && compound);
    for (const { principal, start, end_exclusive, rate, expected } of byTable) {
      const principalCents = Math.round(Number(principal) * 100);
      const answer = await json(
        `interest --principal-cents ${principalCents} --from ${start} --to ${end_exclusive} --kind ${rate.split(' ')[0]}`,
      );
      const difference = Number(answer['interestCents']) - Math.round(Number(expected) * 100);
      expect(Math.abs(difference)).toBeLessThanOrEqual(1);
    }
    expect(byTable.length).toBeGreaterThan(6);
  });
});
