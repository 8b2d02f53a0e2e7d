import { readFileSync } from 'node:fs';
import type { FeedPage } from '@inning/sdk';
import { contractOf, describeApi, openInProcess } from '@inning/sdk/testing';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bankAbnamroPlugin } from './index.ts';
import { centsOf, lineOf } from './read-mutations.ts';

const SERVER = 'https://api.abnamro.com/v1';
const IBAN = 'NL12ABNA9999876523';
const settings = { environment: 'production' };
const consent = 'abnamro:connection-1:2026-08-01';
const asked = { consent, accountId: IBAN };
const question = { ...asked, from: '2026-02-01', until: '2026-02-28', cursor: null };
const DAYS = 'bookDateFrom=2026-01-31&bookDateTo=2026-03-01';
const LIST = `${SERVER}/accounts/${IBAN}/transactions`;

type Recorded = NonNullable<Parameters<typeof openInProcess>[2]>['recorded'];
const open = (recorded: Recorded) =>
  openInProcess(bankAbnamroPlugin, 'bank-feed', { settings, recorded: recorded ?? [] })();

const description = new URL('./fixtures/account-information.yaml', import.meta.url);
const document = parse(readFileSync(description, 'utf8')) as object;

describe('reading accounts at ABN AMRO, by the contract of the port', () => {
  const apis = [describeApi(document)];
  const samples = {
    begin: { bank: 'abnamro' },
    consent: asked,
    accounts: asked,
    lines: asked,
    balance: asked,
  };
  const opened = openInProcess(bankAbnamroPlugin, 'bank-feed', { settings, apis, samples });

  for (const check of contractOf('bank-feed').checks) it(check.name, () => check.run(opened));
});

describe('consent', () => {
  it('is the sign-in of the owner, for one account', async () => {
    const bench = await open([
      {
        url: `${SERVER}/consentinfo`,
        json: { iban: IBAN, scopes: 'psd2:account:transaction:read', valid: 1_554_379_039 },
      },
      {
        url: `${SERVER}/accounts/${IBAN}/details`,
        json: { accountNumber: IBAN, currency: 'EUR', AccountHolderName: 'Van Dijk BV' },
      },
    ]);

    const request = { bank: 'abnamro', holder: 'connection-1', until: '2026-08-01' };
    expect(await bench.call('begin', request)).toEqual({
      consent,
      url: null,
      signIn: { credential: 'account', parameters: { flow: 'code', bank: 'NLAA01' } },
    });
    expect(await bench.call('consent', { consent })).toEqual({
      state: 'given',
      until: '2026-08-01',
    });
    expect(await bench.call('accounts', { consent })).toEqual([
      { id: IBAN, account: IBAN, currency: 'EUR', holder: 'Van Dijk BV' },
    ]);
    expect(bench.outside.arrived[0]?.credential).toEqual([
      'api-key',
      { name: 'account', holder: 'connection-1' },
    ]);
  });

  it('without the transactions is no consent', async () => {
    const json = { iban: IBAN, scopes: 'psd2:account:balance:read', valid: 1_554_379_039 };
    const bench = await open([{ url: `${SERVER}/consentinfo`, json }]);

    expect(await bench.call('consent', { consent })).toMatchObject({ state: 'refused' });
  });

  it.each(['knab:connection-1:2026-08-01', 'abnamro:connection-1:soon', 'abnamro::2026-08-01'])(
    'of another kind is refused: %s',
    async (other) => {
      const bench = await open([]);
      await expect(bench.call('accounts', { consent: other })).rejects.toMatchObject({
        code: 'CONNECTOR_REFUSED',
      });
    },
  );
});

const mutation = (more: object = {}) => ({
  transactionId: '8297K5935164172S0AC',
  mutationCode: '654',
  descriptionLines: ['SEPA Overboeking', 'IBAN: NL20INGB0001234567', 'Naam: J. Jansen'],
  bookDate: '2026-02-10',
  balanceAfterMutation: 6941.18,
  counterPartyAccountNumber: 'NL20 INGB 0001 2345 67',
  counterPartyName: 'J. Jansen',
  amount: 10.15,
  currency: 'EUR',
  ...more,
});

describe('mutations', () => {
  it('are asked page by page, with a day more on each side', async () => {
    const bench = await open([
      {
        url: `${LIST}?${DAYS}`,
        json: {
          accountNumber: IBAN,
          nextPageKey: '2026-02-09T11:50:27.810000',
          transactions: [mutation({ transactionId: 'march', bookDate: '2026-03-01' }), mutation()],
        },
      },
      {
        url: `${LIST}?${DAYS}&nextPageKey=2026-02-09T11%3A50%3A27.810000`,
        json: {
          accountNumber: IBAN,
          transactions: [mutation({ transactionId: 't2', amount: -0.07 })],
        },
      },
    ]);

    const one = (await bench.call('lines', question)) as FeedPage;
    const two = (await bench.call('lines', { ...question, cursor: one.next })) as FeedPage;

    expect(one.lines.map(({ bankReference }) => bankReference)).toEqual([
      '8297K5935164172S0AC~1015',
    ]);
    expect(two).toMatchObject({ lines: [{ amountCents: -7 }], next: null });
  });

  it('until today are asked without a last day: one that is still to come is refused', async () => {
    const bench = await open([
      { url: `${LIST}?bookDateFrom=2026-03-09`, json: { accountNumber: IBAN, transactions: [] } },
    ]);
    const now = { ...question, from: '2026-03-10', until: '2026-03-15' };

    expect(await bench.call('lines', now)).toEqual({ lines: [], next: null });
  });

  it('from before the history of the bank are not asked', async () => {
    const bench = await open([]);
    const then = { ...question, from: '2023-01-01', until: '2023-01-31' };

    expect(await bench.call('lines', then)).toEqual({ lines: [], next: null });
    expect(bench.outside.arrived).toEqual([]);
  });

  it.each([
    ['nothing at all', { body: '' }],
    ['an account without mutations', { json: { accountNumber: IBAN } }],
  ])('are none when the bank shows %s', async (_, answer) => {
    const bench = await open([{ url: `${LIST}?${DAYS}`, ...answer }]);
    expect(await bench.call('lines', question)).toEqual({ lines: [], next: null });
  });

  it.each([
    [{ body: '{"transactions":[{"transac' }, 'CONNECTOR_UNAVAILABLE'],
    [{ json: { hello: 'world' } }, 'CONNECTOR_UNAVAILABLE'],
    [{ status: 401, json: { errors: [{ code: 'ERR_2002_002' }] } }, 'CONNECTOR_LOCKED_OUT'],
    [{ status: 403, json: { errors: [{ code: 'MESSAGE_RST560_0016' }] } }, 'CONNECTOR_LOCKED_OUT'],
    [{ status: 429, json: {} }, 'CONNECTOR_UNAVAILABLE'],
    [{ status: 500, json: { errors: [{ code: 'MESSAGE_BAI560_0005' }] } }, 'CONNECTOR_UNAVAILABLE'],
    [{ status: 400, json: { errors: [{ code: 'MESSAGE_RST560_0007' }] } }, 'CONNECTOR_REFUSED'],
    [{ json: { transactions: [mutation({ transactionId: '' })] } }, 'CONNECTOR_REFUSED'],
    [{ json: { transactions: [mutation({ bookDate: 'today' })] } }, 'CONNECTOR_REFUSED'],
    [{ json: { transactions: [mutation({ amount: '1,5' })] } }, 'CONNECTOR_REFUSED'],
  ])('of %j are not guessed: %s', async (answer, code) => {
    const bench = await open([{ url: `${LIST}?${DAYS}`, ...answer }]);
    await expect(bench.call('lines', question)).rejects.toMatchObject({ code });
  });

  it('of an account that is none are not asked', async () => {
    const bench = await open([]);
    await expect(
      bench.call('lines', { ...question, accountId: '../consentinfo' }),
    ).rejects.toMatchObject({ code: 'CONNECTOR_REFUSED' });
    expect(bench.outside.arrived).toEqual([]);
  });
});

describe('what a mutation says', () => {
  const read = (descriptionLines: readonly string[], more: object = {}) =>
    lineOf(mutation({ descriptionLines, ...more }));

  it('is read from lines with words before values, cut where a line was full', () => {
    expect(
      read([
        'SEPA Overboeking                ',
        'IBAN: NL20INGB0001234567        ',
        'BIC: INGBNL2A                   ',
        'Naam: Stichting Administratiekan',
        'toor Van der Berg               ',
        'Omschrijving: factuur 2026-00123',
        '4 en 20260012                   ',
        'Kenmerk: NOTPROVIDED            ',
      ]),
    ).toMatchObject({
      counterpartyName: 'Stichting Administratiekantoor Van der Berg',
      counterpartyAccount: 'NL20INGB0001234567',
      counterpartyBic: 'INGBNL2A',
      description: 'factuur 2026-001234 en 20260012',
      endToEndId: null,
      typeCode: '654',
    });
  });

  it('is read from codes between slashes', () => {
    expect(
      read([
        '/TRTP/SEPA OVERBOEKING/IBAN/NL20',
        'INGB0001234567/BIC/INGBNL2A/NAME',
        '/J. Jansen/REMI/ISSUER: CUR REF:',
        ' 9001234567890123/EREF/E2E-7',
      ]),
    ).toMatchObject({
      counterpartyName: 'J. Jansen',
      description: '',
      structuredReference: '9001234567890123',
      endToEndId: 'E2E-7',
    });
  });

  it('says that a direct debit came back', () => {
    expect(
      read(['SEPA Incasso terugboeking', 'IBAN: NL20INGB0001234567', 'Machtiging: M-7'], {
        amount: -25,
      }),
    ).toMatchObject({ isReversal: true, mandateId: 'M-7', amountCents: -2_500 });
  });

  it('stays whole in any other form, with the name from its field', () => {
    expect(read(['Payment from Greece', 'for grapes'])).toMatchObject({
      counterpartyName: 'J. Jansen',
      description: 'Payment from Greece for grapes',
    });
  });

  it('is no line when it is of nothing', () => expect(read([], { amount: 0 })).toBeNull());

  it.each([
    [-3.02, -302],
    [4985, 498_500],
    ['12.5', 1_250],
    [9_999_999.99, 999_999_999],
  ])('amount %s is %d cents', (amount, sum) => expect(centsOf(amount)).toBe(sum));

  it.each([0.001, 1e21, null, '1,00', Number.NaN])('amount %s is not guessed', (amount) =>
    expect(() => centsOf(amount)).toThrow(/cannot be read/),
  );
});

describe('the balance', () => {
  const url = `${SERVER}/accounts/${IBAN}/balances`;

  it('is that of the books, now', async () => {
    const json = {
      accountNumber: IBAN,
      balanceType: 'BOOKBALANCE',
      amount: -3.02,
      currency: 'EUR',
    };
    const bench = await open([{ url, json }]);

    expect(await bench.call('balance', asked)).toEqual({ bookedCents: -302, on: '2026-03-15' });
  });

  it('of another kind is not told', async () => {
    const bench = await open([{ url, json: { balanceType: 'EXPECTED', amount: 1 } }]);
    expect(await bench.call('balance', asked)).toBeNull();
  });
});
