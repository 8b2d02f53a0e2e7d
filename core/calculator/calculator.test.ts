import { cents } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/kit/database.ts';
import { movableClock } from '../clock.ts';
import { loadPlugins } from '../host/index.ts';
import { createTestServer } from '../http/test-server.ts';
import { PROJECT_DIR } from '../project-dir.ts';
import { openStore, type Store } from '../store/index.ts';
import { calculatorPageRoutes, calculatorRoutes, createCalculator } from './index.ts';
import { readEuros, readForm } from './read-form.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const database = testDatabase();
let store: Store;
let app: FastifyInstance;

beforeAll(async () => {
  store = await openStore(database.uri);
  const { countries } = await loadPlugins({
    projectDir: PROJECT_DIR,
    switchedOn: ['country-nl'],
    dataDir: `${PROJECT_DIR}/tests/output/plugins`,
    log: SILENT,
  });
  const clock = movableClock(new Date('2026-03-02T09:00:00Z'));
  const calculator = createCalculator({ countries, clock, country: 'NL' });
  ({ app } = await createTestServer(store));
  await app.register(calculatorRoutes(calculator), { prefix: '/api' });
  await app.register(calculatorPageRoutes(calculator));
});
afterAll(async () => {
  await app.close();
  await store.close();
});

let address = 1;
/** Every question comes from an address of its own, save where the limit is the matter. */
const ask = (body: object, from = `10.0.0.${(address += 1)}`) =>
  app.inject({ method: 'POST', url: '/api/calculator', payload: body, remoteAddress: from });
const debt = { debtorKind: 'consumer', principalCents: 125_050, dueOn: '2025-06-30' };

describe('the calculator', () => {
  it('answers anybody with costs, interest, their lines and where they are written', async () => {
    const { statusCode, json } = await ask({ ...debt, language: 'nl' });

    expect(statusCode).toBe(200);
    expect(json()).toMatchObject({
      openPrincipalCents: 125_050,
      openInterestCents: 4_618,
      costsCents: 18_758,
      totalCents: 148_426,
      costs: { ground: { article: expect.stringContaining('6:96') } },
      interest: {
        periods: [
          { from: '2025-07-01', days: 184, percent: '6' },
          { from: '2026-01-01', days: 61, percent: '4' },
        ],
      },
    });
  });

  it('asks a consumer nothing without a letter, and a business the fixed amount and more interest', async () => {
    const none = (await ask({ ...debt, isAnnounced: false })).json();
    expect(none.costsCents).toBe(0);
    const business = (await ask({ ...debt, debtorKind: 'business', isAnnounced: false })).json();
    expect(business.costsCents).toBe(4_000);
    expect(business.openInterestCents).toBeGreaterThan(none.openInterestCents);
    const soleTrader = await ask({ ...debt, debtorKind: 'sole-trader', isAnnounced: false });
    expect(soleTrader.json().totalCents).toBe(business.totalCents);
  });

  it('takes what was paid in time from the debt, and later payments from interest first', async () => {
    const payments = [
      { on: '2025-06-20', amountCents: 25_050 },
      { on: '2026-01-01', amountCents: 50_000 },
    ];
    const { openPrincipalCents, costsCents } = (await ask({ ...debt, payments })).json();
    expect(costsCents).toBe(15_000);
    // 100000 at 6 % over 184 days is 3025: that goes first.
    expect(openPrincipalCents).toBe(100_000 - (50_000 - 3_025));
  });

  it('warns when days lie behind the tables', async () => {
    const { warnings } = (await ask({ ...debt, until: '2030-01-01' })).json();
    expect(warnings.map(({ code }: { code: string }) => code)).toContain('INTEREST_TABLE_OLD');
  });

  it('refuses what makes no sense, with the place', async () => {
    for (const [change, status] of [
      [{ principalCents: -5 }, 400],
      [{ principalCents: 12.5 }, 400],
      [{ dueOn: '2025-02-30' }, 400],
      [{ debtorKind: 'person' }, 400],
      [{ agencyId: 'x' }, 400],
      [{ until: '2025-06-01' }, 422],
      [{ until: '9999-01-01' }, 422],
      [{ dueOn: '1990-01-01' }, 422],
      [{ country: 'ZZ' }, 422],
    ] as const) {
      expect([change, (await ask({ ...debt, ...change })).statusCode]).toEqual([change, status]);
    }
  });

  it('answers one address sixty times a minute, and others on', async () => {
    const codes: number[] = [];
    for (let time = 0; time < 62; time += 1) codes.push((await ask(debt, '10.9.9.9')).statusCode);
    expect(codes.filter((code) => code === 200)).toHaveLength(60);
    expect(codes.at(-1)).toBe(429);
    expect((await ask(debt, '10.9.9.8')).statusCode).toBe(200);
  });
});

describe('the page for who has no account', () => {
  it('never repeats what was typed as HTML, whatever it is', async () => {
    const evil = encodeURIComponent('"><script>alert(1)</script>');
    const { body, statusCode } = await app.inject(
      `/p/calculator?ask=1&amount=${evil}&dueOn=${evil}&kind=${evil}&language=${evil}`,
    );
    expect(statusCode).toBe(200);
    expect(body).not.toContain('<script>alert');
    expect(body).toContain('Vul een bedrag in zoals 250 of 250,00.');
  });

  it('says it when no rates are known for the days', async () => {
    const { body } = await app.inject('/p/calculator?ask=1&amount=10&dueOn=1980-01-01&language=en');
    expect(body).toContain('No rates are known here');
  });
});

describe('amounts as people write them', () => {
  it.each([
    ['250', 25_000],
    ['€ 1.234,56', 123_456],
    ['1,234.56', 123_456],
    ['1234.5', 123_450],
    ['12,5', 1_250],
    ['1 000', 100_000],
    ['1.000', 100_000],
  ])('%s is %i cents', (text, amount) => expect(readEuros(text)).toBe(cents(amount)));

  it.each(['', '-5', '0', '1,2,3', '12,345,6', 'tien', '1e9', '99999999999999'])(
    '%s is none',
    (text) => expect(readEuros(text)).toBeNull(),
  );

  it('are asked for one by one, with the days', () => {
    const { problems } = readForm({ amount: '10', dueOn: '2026-02-01', paid1: '5' }, '2026-03-02');
    expect(problems).toEqual([{ field: 'paidOn1', code: 'dayMissing' }]);
    const reversed = readForm({ amount: '10', dueOn: '2026-04-01' }, '2026-03-02');
    expect(reversed.problems).toEqual([{ field: 'until', code: 'dayBefore' }]);
  });
});
