import { readFileSync } from 'node:fs';
import { type CalendarDate, cents, type PaymentStatus, type Settlement } from '@inning/sdk';
import { contractOf, describeApi, openInProcess } from '@inning/sdk/testing';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeWithShared, sharedDir } from '../../tests/kit/shared.ts';
import { amountOf, centsOf } from './amounts.ts';
import { pspMolliePlugin } from './index.ts';

const API = 'https://api.mollie.com/v2';
const DESCRIPTION = 'corpora/openapi/files/mollie__openapi/specs.yaml';
const settings = { methods: [] };

const eur = (value: string) => ({ currency: 'EUR', value });
const open = (recorded: readonly { url: string; [name: string]: unknown }[], own = settings) =>
  openInProcess(pspMolliePlugin, 'payment-provider', { settings: own, recorded })();
const request = {
  key: 'k1',
  amountCents: cents(12_505),
  currency: 'EUR',
  description: 'Factuur 2026-001',
  reference: '2026-001',
  language: 'de',
  returnUrl: 'https://betalen.example/dank',
  webhookUrl: 'https://betalen.example/webhook',
  expiresOn: null,
};

describeWithShared('paying through Mollie, as its own description says', DESCRIPTION, () => {
  // Their description writes both bases: the paths begin with `/v2` themselves.
  const document = parse(readFileSync(sharedDir() + DESCRIPTION, 'utf8')) as object;
  const apis = [describeApi(document, 'https://api.mollie.com')];
  const mandate = { mandateId: 'mdt_h3gAaD5zP' };
  const samples = { collect: mandate, endMandate: mandate };
  const opened = openInProcess(pspMolliePlugin, 'payment-provider', { settings, apis, samples });

  for (const check of contractOf('payment-provider').checks)
    it(check.name, () => check.run(opened));
});

describe('a payment of Mollie', () => {
  it('is asked in exact euros, in the language of the payer, with the methods that were chosen', async () => {
    const checkout = { href: 'https://www.mollie.com/checkout/1' };
    const recorded = [
      { method: 'POST', url: `${API}/payments`, json: { id: 'tr_1', _links: { checkout } } },
    ];
    const bench = await open(recorded, { methods: ['ideal'] } as never);

    expect(await bench.call('create', request)).toEqual({
      providerId: 'tr_1',
      payUrl: 'https://www.mollie.com/checkout/1',
    });

    const [{ body, headers, credential } = {} as never] = bench.outside.arrived;
    expect(credential).toBe('key');
    expect(headers).toMatchObject({ 'idempotency-key': 'k1' });
    expect(JSON.parse(body ?? '')).toMatchObject({
      amount: eur('125.05'),
      locale: 'de_DE',
      method: ['ideal'],
      redirectUrl: 'https://betalen.example/dank',
      webhookUrl: 'https://betalen.example/webhook',
    });
  });

  it('says what was paid, sent back and taken back, in cents', async () => {
    const json = {
      status: 'paid',
      amount: eur('125.05'),
      amountRefunded: eur('25.00'),
      amountChargedBack: eur('0.05'),
      paidAt: '2026-03-01T10:30:00+01:00',
      method: 'ideal',
      details: { consumerName: 'J. Jansen', consumerAccount: 'NL91ABNA0417164300' },
    };
    const bench = await open([{ url: `${API}/payments/tr_1`, json }]);

    const status = (await bench.call('status', 'tr_1')) as PaymentStatus;

    expect(status).toEqual({
      state: 'paid',
      paidCents: 12_505,
      refundedCents: 2_500,
      chargedBackCents: 5,
      paidAt: '2026-03-01T09:30:00.000Z',
      method: 'ideal',
      payerName: 'J. Jansen',
      payerAccount: 'NL91ABNA0417164300',
    });
  });

  it('that is only promised is not paid', async () => {
    for (const status of ['open', 'authorized', 'failed', 'expired', 'canceled', 'new-to-us']) {
      const json = { status, amount: eur('10.00') };
      const bench = await open([{ url: `${API}/payments/tr_1`, json }]);
      expect(await bench.call('status', 'tr_1')).toMatchObject({ paidCents: 0 });
    }
  });

  it('is not cancelled when Mollie says that it is too late', async () => {
    const json = { status: 'paid', isCancelable: false };
    const bench = await open([{ url: `${API}/payments/tr_1`, json }]);

    expect(await bench.call('cancel', 'tr_1')).toEqual({ isCancelled: false });
    expect(bench.outside.arrived).toHaveLength(1);
  });

  it('is not sent back twice, also when Mollie forgot the key', async () => {
    const refunds = [{ id: 're_9', metadata: { key: 'r1' } }];
    const recorded = [
      { url: `${API}/payments/tr_1/refunds?limit=250`, json: { _embedded: { refunds } } },
    ];
    const bench = await open(recorded);

    const refund = { key: 'r1', providerId: 'tr_1', amountCents: cents(500), description: 'x' };
    expect(await bench.call('refund', refund)).toEqual({ refundId: 're_9' });
    expect(bench.outside.arrived.every(({ method }) => method === 'GET')).toBe(true);
  });

  it.each([
    ['id=tr_5B8cwPMGnU', ['tr_5B8cwPMGnU']],
    ['id=../../v2/profiles', []],
    ['id=ord_1', []],
    ['{"id":"tr_1"}', []],
    ['', []],
  ])('is read from a webhook: %s', async (body, ids) => {
    expect(await (await open([])).call('readWebhook', { headers: {}, body })).toEqual(ids);
  });
});

describe('a settlement of Mollie', () => {
  const settlement = (id: string, settledAt: string | null, value: string) => ({
    id,
    reference: `1234567.2603.${id}`,
    settledAt,
    amount: eur(value),
  });
  const embedded = (name: string, rows: readonly object[], next: string | null = null) => ({
    _embedded: { [name]: rows },
    _links: { next: next === null ? null : { href: next } },
  });

  it('adds up: payments over several pages, refunds, chargebacks, and the rest is the fee', async () => {
    const at = (path: string) => `${API}/settlements${path}`;
    const recorded = [
      {
        url: at('?limit=50'),
        json: embedded('settlements', [
          settlement('3', null, '1.00'),
          settlement('2', '2026-03-05T05:00:00+00:00', '92.10'),
          settlement('1', '2026-01-05T05:00:00+00:00', '5.00'),
        ]),
      },
      {
        url: at('/2/payments?limit=250'),
        json: embedded(
          'payments',
          [{ id: 'tr_1', amount: eur('80.00') }],
          `${at('/2/payments')}?from=tr_2&limit=250`,
        ),
      },
      {
        url: at('/2/payments?limit=250&from=tr_2'),
        json: embedded('payments', [{ id: 'tr_2', settlementAmount: eur('40.00') }]),
      },
      {
        url: at('/2/refunds?limit=250'),
        json: embedded('refunds', [{ paymentId: 'tr_0', settlementAmount: eur('-7.50') }]),
      },
      {
        url: at('/2/chargebacks?limit=250'),
        json: embedded('chargebacks', [{ paymentId: 'tr_9', amount: eur('20.00') }]),
      },
    ];
    const bench = await open(recorded);
    const query = { from: '2026-03-01' as CalendarDate, cursor: null };

    const { settlements, next } = (await bench.call('settlements', query)) as {
      settlements: Settlement[];
      next: string | null;
    };

    expect(next).toBeNull();
    expect(settlements).toEqual([
      {
        settlementId: '2',
        reference: '1234567.2603.2',
        settledOn: '2026-03-05',
        amountCents: 9_210,
        currency: 'EUR',
        lines: [
          { kind: 'payment', providerId: 'tr_1', amountCents: 8_000 },
          { kind: 'payment', providerId: 'tr_2', amountCents: 4_000 },
          { kind: 'refund', providerId: 'tr_0', amountCents: -750 },
          { kind: 'chargeback', providerId: 'tr_9', amountCents: -2_000 },
          { kind: 'fee', providerId: null, amountCents: -40 },
        ],
      },
    ]);
  });
});

describe('amounts', () => {
  it('cross to texts and back without losing a cent', () => {
    for (const amount of [0, 1, 9, 10, 99, 100, 12_345, 999_999_999]) {
      expect(centsOf(amountOf(cents(amount), 'EUR'))).toBe(amount);
    }
  });

  it.each(['1e3', '1.234', '12', ' 1.00', '١.٠٠', 12])('are not guessed: %s', (value) => {
    expect(() => centsOf({ value })).toThrow(/cannot be read/);
  });
});
