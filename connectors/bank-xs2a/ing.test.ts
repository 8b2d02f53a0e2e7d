import type { FeedPage } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { ING, openXs2a } from './xs2a-bench.ts';

const consent = 'ing:connection-1:2026-08-01';
const question = {
  consent,
  accountId: 'a1',
  from: '2026-03-01',
  until: '2026-03-31',
  cursor: null,
};
const links = {
  transactions: { href: '/v2/accounts/a1/transactions?currency=EUR' },
  balances: { href: '/v3/accounts/a1/balances?currency=EUR' },
};
const accounts = {
  url: `${ING}/v3/accounts`,
  json: {
    accounts: [
      {
        resourceId: 'a1',
        iban: 'NL69INGB0123456789',
        name: 'Van Dijk',
        currency: 'EUR',
        _links: links,
      },
      {
        resourceId: 'a2',
        iban: 'NL31INGB0987654321',
        name: 'Van Dijk',
        currency: 'EUR',
        _links: {},
      },
    ],
  },
};
const PAGE = `${ING}/v2/accounts/a1/transactions?currency=EUR&dateFrom=2026-03-01&dateTo=2026-03-31&limit=50`;

/** As ING shows accounts: by its own addresses, with amounts as numbers and moments for days. */
describe('reading accounts at ING', () => {
  it('asks the owner to sign in, and signs every question', async () => {
    const bench = await openXs2a([accounts]);

    const begun = await bench.call('begin', {
      bank: 'ing',
      holder: 'connection-1',
      returnUrl: 'https://incasso.example/bank/connect',
      until: '2026-08-01',
      language: 'nl',
      personIp: '192.0.2.1',
    });
    const list = await bench.call('accounts', { consent });

    expect(begun).toEqual({
      consent,
      url: null,
      signIn: { credential: 'ing', parameters: {} },
    });
    expect(list).toMatchObject([
      { id: 'a1', account: 'NL69INGB0123456789', holder: 'Van Dijk' },
      { id: 'a2', account: 'NL31INGB0987654321' },
    ]);
    expect(bench.outside.arrived.map(({ credential }) => credential)).toEqual([
      ['certificate', { name: 'ing', holder: 'connection-1' }, 'ing-signature'],
    ]);
  });

  it('follows the links of the account, page by page', async () => {
    const next = { next: { href: '/v2/accounts/a1/transactions?next=CQR23' } };
    const bench = await openXs2a([
      accounts,
      {
        url: PAGE,
        json: {
          account: { iban: 'NL69INGB0123456789', currency: 'EUR' },
          transactions: {
            booked: [
              {
                transactionId: 't1',
                // Half past eleven at night in London is tomorrow in Amsterdam.
                executionDateTime: '2026-03-02T23:30:00.000Z',
                transactionAmount: { currency: 'EUR', amount: 12.5 },
                debtorName: 'J. Jansen',
                debtorAccount: { iban: 'NL20INGB0001234567' },
                transactionType: 'Sepa Credit Transfer',
                remittanceInformationUnstructured: 'Naam: J. Jansen<br>Omschrijving: factuur 7',
              },
            ],
            pending: [{ transactionAmount: { currency: 'EUR', amount: 99 } }],
            _links: next,
          },
        },
      },
      {
        url: `${ING}/v2/accounts/a1/transactions?next=CQR23`,
        json: {
          transactions: {
            booked: [
              {
                transactionId: 't2',
                bookingDate: '2026-03-03',
                transactionAmount: { currency: 'EUR', amount: -0.07 },
                remittanceInformationStructured: { type: 'SCOR', reference: 'RF18539007547034' },
              },
            ],
          },
        },
      },
    ]);

    const one = (await bench.call('lines', question)) as FeedPage;
    const two = (await bench.call('lines', { ...question, cursor: one.next })) as FeedPage;

    expect(one.lines).toMatchObject([
      {
        bankReference: 't1~1250',
        bookedOn: '2026-03-03',
        amountCents: 1_250,
        counterpartyAccount: 'NL20INGB0001234567',
        description: 'Naam: J. Jansen Omschrijving: factuur 7',
        typeCode: 'Sepa Credit Transfer',
      },
    ]);
    expect(two).toMatchObject({
      lines: [{ bankReference: 't2~-7', amountCents: -7, structuredReference: 'RF18539007547034' }],
      next: null,
    });
  });

  it('reads the balance where the account says, and the day of it', async () => {
    const bench = await openXs2a([
      accounts,
      {
        url: `${ING}/v3/accounts/a1/balances?currency=EUR`,
        json: {
          balances: [
            { balanceType: 'expected', balanceAmount: { currency: 'EUR', amount: 900 } },
            {
              balanceType: 'interimBooked',
              balanceAmount: { currency: 'EUR', amount: 872.29 },
              lastChangeDateTime: '2026-03-03T09:00:00+01:00',
            },
          ],
        },
      },
    ]);

    expect(await bench.call('balance', { consent, accountId: 'a1' })).toEqual({
      bookedCents: 87_229,
      on: '2026-03-03',
    });
  });

  it.each([
    ['nothing', {}],
    ['another host', { transactions: { href: 'https://evil.example/v2/steal' } }],
    ['another host, in short', { transactions: { href: '//evil.example/v2/steal' } }],
  ])('follows no link to %s', async (_, its) => {
    const [first] = accounts.json.accounts;
    const bench = await openXs2a([
      { ...accounts, json: { accounts: [{ ...first, _links: its }] } },
    ]);

    await expect(bench.call('lines', question)).rejects.toMatchObject({
      code: 'CONNECTOR_REFUSED',
    });
    expect(bench.outside.arrived).toHaveLength(1);
  });
});
