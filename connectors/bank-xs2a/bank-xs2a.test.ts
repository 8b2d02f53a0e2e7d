import { readFileSync } from 'node:fs';
import type { FeedPage } from '@inning/sdk';
import { contractOf, describeApi, openInProcess } from '@inning/sdk/testing';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeWithShared, sharedDir } from '../../tests/kit/shared.ts';
import { bankXs2aPlugin } from './index.ts';
import { centsOf, readLines } from './read-lines.ts';
import { KNAB, openXs2a, settings } from './xs2a-bench.ts';

const DESCRIPTION = 'corpora/openapi/files/adorsys__xs2a/psd2-api_v1.3.11-2021-10-01v1.yaml';
const consent = 'knab:connection-1:c1';
const asked = { consent, accountId: 'a1' };

/** What is played is what a bank of the Berlin Group says of itself; Knab stands for all of them. */
describeWithShared('reading accounts by the standard of the Berlin Group', DESCRIPTION, () => {
  const document = parse(readFileSync(sharedDir() + DESCRIPTION, 'utf8')) as object;
  const apis = [describeApi(document, 'https://xs2a.knab.nl')];
  const samples = {
    begin: { bank: 'knab' },
    consent: asked,
    accounts: asked,
    lines: asked,
    balance: asked,
  };
  const opened = openInProcess(bankXs2aPlugin, 'bank-feed', { settings, apis, samples });

  for (const check of contractOf('bank-feed').checks) it(check.name, () => check.run(opened));
});

const eur = (amount: string) => ({ currency: 'EUR', amount });
const transaction = (amount: string, more: object = {}) => ({
  bookingDate: '2026-03-02',
  transactionAmount: eur(amount),
  debtorName: 'J. Jansen',
  debtorAccount: { iban: 'NL20INGB0001234567' },
  remittanceInformationUnstructured: 'factuur 2026-001',
  ...more,
});
const page = (booked: readonly object[], next?: string, more: object = {}) => ({
  transactions: {
    booked,
    ...more,
    _links: { account: { href: '/' }, ...(next ? { next: { href: next } } : {}) },
  },
});
const question = { ...asked, from: '2026-03-01', until: '2026-03-03', cursor: null };
const FIRST = `${KNAB}/accounts/a1/transactions?dateFrom=2026-03-01&dateTo=2026-03-03&bookingStatus=booked`;

describe('lines of a bank', () => {
  it('are the booked ones, over pages that the bank links to', async () => {
    const pending = [transaction('99.00', { transactionId: 'p' })];
    const bench = await openXs2a([
      {
        url: FIRST,
        json: page([transaction('12.5', { transactionId: 't1' })], '/v1/accounts/a1/more?page=2', {
          pending,
        }),
      },
      {
        url: `${KNAB}/accounts/a1/more?page=2`,
        json: page([transaction('-3', { transactionId: 't2', creditorName: 'Bank' })]),
      },
    ]);

    const one = (await bench.call('lines', question)) as FeedPage;
    const two = (await bench.call('lines', { ...question, cursor: one.next })) as FeedPage;

    expect(one.lines).toMatchObject([
      {
        bankReference: 't1~1250',
        amountCents: 1_250,
        bookedOn: '2026-03-02',
        counterpartyName: 'J. Jansen',
        counterpartyAccount: 'NL20INGB0001234567',
        description: 'factuur 2026-001',
      },
    ]);
    expect(two).toMatchObject({
      lines: [{ bankReference: 't2~-300', amountCents: -300, counterpartyName: 'Bank' }],
      next: null,
    });
    expect(bench.outside.arrived.every(({ headers }) => headers?.['consent-id'] === 'c1')).toBe(
      true,
    );
  });

  it('without a number stay two when they are two, also over pages, and keep their names', async () => {
    const recorded = [
      { url: FIRST, json: page([transaction('5.00')], `${KNAB}/accounts/a1/more`) },
      { url: `${KNAB}/accounts/a1/more`, json: page([transaction('5.00'), transaction('6.00')]) },
    ];
    const references = async () => {
      const bench = await openXs2a(recorded);
      const one = (await bench.call('lines', question)) as FeedPage;
      const two = (await bench.call('lines', { ...question, cursor: one.next })) as FeedPage;
      return [...one.lines, ...two.lines].map((line) => line.bankReference);
    };

    const first = await references();

    expect(new Set(first).size).toBe(3);
    expect(first[1]).toBe(`${first[0]}~2`);
    expect(await references()).toEqual(first);
  });

  it('are not fetched from a stranger to whom a page leads', async () => {
    const bench = await openXs2a([{ url: FIRST, json: page([], 'https://evil.example/steal') }]);

    await expect(bench.call('lines', question)).rejects.toMatchObject({
      code: 'CONNECTOR_REFUSED',
    });
  });

  it('that came back say so', () => {
    const back = transaction('-10.00', { bankTransactionCode: 'PMNT-RCDT-RRTN' });
    expect(readLines([back], {})).toMatchObject([{ isReversal: true, typeCode: 'PMNT-RCDT-RRTN' }]);
  });
});

describe('amounts', () => {
  it.each([
    ['12', 1_200],
    ['0.5', 50],
    ['-1.05', -105],
    ['1.230', 123],
    ['9999999999999.99', 999_999_999_999_999],
  ])('%s is %d cents', (text, sum) => expect(centsOf(eur(text))).toBe(sum));

  it.each(['1,00', '1.234', '1e3', '', '12 '])('are not guessed: "%s"', (text) => {
    const read = () => centsOf(eur(text));
    if (text === '12 ') expect(read()).toBe(1_200);
    else expect(read).toThrow(/cannot be read/);
  });
});

describe('a bank that does not answer as wished', () => {
  const failing = async (status: number, more: object = {}) => {
    const bench = await openXs2a([{ url: FIRST, status, ...more }]);
    return bench.call('lines', question).then(
      () => expect.unreachable(),
      (error: unknown) => error,
    );
  };
  const said = (code: string) => ({ json: { tppMessages: [{ category: 'ERROR', code }] } });

  it.each([
    [401, 'CONSENT_EXPIRED', 'CONNECTOR_LOCKED_OUT'],
    [400, 'CONSENT_UNKNOWN', 'CONNECTOR_LOCKED_OUT'],
    [403, 'SERVICE_BLOCKED', 'CONNECTOR_LOCKED_OUT'],
    [429, 'ACCESS_EXCEEDED', 'CONNECTOR_UNAVAILABLE'],
    [503, 'SERVER_BUSY', 'CONNECTOR_UNAVAILABLE'],
    [400, 'FORMAT_ERROR', 'CONNECTOR_REFUSED'],
  ])('%d %s is %s', async (status, code, expected) => {
    expect(await failing(status, said(code))).toMatchObject({ code: expected });
  });

  it('says when it may be asked again', async () => {
    const error = await failing(429, { headers: { 'retry-after': '3600' } });
    expect(error).toMatchObject({ details: { retryAfterSeconds: 3_600 } });
  });

  it('says so as a moment of its own clock, whatever ours says', async () => {
    const headers = {
      date: 'Mon, 02 Mar 2026 09:00:00 GMT',
      'retry-after': 'Mon, 02 Mar 2026 09:30:00 GMT',
    };
    const error = await failing(429, { headers });
    expect(error).toMatchObject({ details: { retryAfterSeconds: 1_800 } });
  });

  it.each([
    '<html><body>Even geduld</body></html>',
    '{"transactions":{"booked":[{"trans',
    '{}',
    '[]',
    '',
  ])('gave no answer to the question (%s): it is asked again', async (body) => {
    expect(await failing(200, { body })).toMatchObject({ code: 'CONNECTOR_UNAVAILABLE' });
  });
});
