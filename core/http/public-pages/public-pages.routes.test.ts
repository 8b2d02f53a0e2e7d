import { cents } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCode } from '../../../tests/kit/read-code.ts';
import { testDatabase } from '../../../tests/kit/database.ts';
import { openStore, type Store } from '../../store/index.ts';
import { createTestServer } from '../test-server.ts';
import {
  createLetterLinks,
  createPayAddresses,
  letterToken,
  publicToken,
  readLetterToken,
} from './letter-token.ts';
import type { PayOnline, PublicLetter, PublicResult } from './public-letter.ts';

const SECRET = 'a secret of thirty-two letters!!';
const KNOWN = '64b0c0ffee0123456789abcd';
const letter: PublicLetter = {
  language: 'nl',
  creditorName: 'Bakkerij <De Korst> & Zn.',
  openCents: cents(123_456),
  currency: 'EUR',
  iban: 'NL91ABNA0417164300',
  accountName: 'De Korst BV',
  reference: '2026-0042',
  paymentCode: null,
  items: [],
  isOnline: false,
  asksMandate: false,
};
const item = (over: Partial<PublicLetter['items'][number]> = {}) => ({
  invoiceId: '64b0c0ffee0123456789aaaa',
  number: '2026-0042',
  dueOn: '2026-02-14' as const,
  principalCents: cents(10_000),
  costsCents: cents(4_000),
  interestCents: cents(25),
  openCents: cents(14_025),
  isAsked: true,
  ...over,
});

const database = testDatabase();
let store: Store;
let app: FastifyInstance;
let shown: PublicLetter;
let pays: PayOnline;

beforeAll(async () => {
  store = await openStore(database.uri);
  const publicLetter = async (id: string) => (id === KNOWN ? shown : null);
  const payOnline: PayOnline = {
    start: (...asked) => pays.start(...asked),
    result: (id) => pays.result(id),
    changed: (...told) => pays.changed(...told),
  };
  ({ app } = await createTestServer(store, { secret: SECRET }, { publicLetter, payOnline }));
});
afterAll(async () => {
  await app.close();
  await store.close();
});

const page = (kind: 'pay' | 'respond', token = letterToken(SECRET, KNOWN)) =>
  app.inject(`/p/${token}/${kind}`);

describe('the pages behind the buttons of a letter', () => {
  it('tells how much is open today and where to pay it, in the language of the debtor', async () => {
    shown = letter;

    const { statusCode, body, headers } = await page('pay');

    expect(statusCode).toBe(200);
    expect(body).toContain('<html lang="nl">');
    expect(body).toContain('Betalen aan Bakkerij &lt;De Korst&gt; &amp; Zn.');
    expect(body).toContain('€\u00a01.234,56');
    expect(body).toContain('NL91 ABNA 0417 1643 00');
    expect(body).toContain('2026-0042');
    expect(headers['x-robots-tag']).toContain('noindex');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('shows a code that a bank app reads as the very same transfer, without a script', async () => {
    const paymentCode =
      'BCD\n002\n1\nSCT\n\nDe Korst BV\nNL91ABNA0417164300\nEUR1234.56\n\n\n2026-0042 Ⓔ é';
    shown = { ...letter, paymentCode };

    const { body } = await page('pay');

    expect(readCode(body)).toBe(paymentCode);
    expect(body).not.toContain('<script');
    shown = { ...letter, paymentCode, openCents: cents(0) };
    expect((await page('pay')).body).not.toContain('<svg');
  });

  it('speaks every language, and says it when nothing is open any more', async () => {
    shown = { ...letter, language: 'de' };
    expect((await page('respond')).body).toContain('antworten');

    shown = { ...letter, language: 'en', openCents: cents(0) };
    const { body } = await page('pay');
    expect(body).toContain('Nothing is open any more');
    expect(body).not.toContain('NL91');
  });

  it('has no page for a link that is not ours, with the same answer as for a letter that is gone', async () => {
    const ours = letterToken(SECRET, KNOWN);
    const flipped = (at: number) =>
      ours.slice(0, at) + (ours[at] === 'A' ? 'B' : 'A') + ours.slice(at + 1);
    const gone = await page('pay', letterToken(SECRET, '000000000000000000000001'));

    for (const token of [
      flipped(3),
      flipped(40),
      letterToken('another secret', KNOWN),
      'x',
      KNOWN,
    ]) {
      const answer = await page('pay', token);
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toBe(gone.body);
    }
  });

  it('makes links that it can read back', () => {
    const links = createLetterLinks({ secret: SECRET, publicUrl: 'https://incasso.example.nl' });
    const match = /^https:\/\/incasso\.example\.nl\/p\/([\w-]+)\/pay$/.exec(links.pay(KNOWN));

    expect(readLetterToken(SECRET, match?.[1] ?? '')).toBe(KNOWN);
    expect(links.respond(KNOWN)).toMatch(/\/respond$/);
  });
});

describe('paying online from a letter', () => {
  const pay = (payload: string) =>
    app.inject({
      method: 'POST',
      url: `/p/${letterToken(SECRET, KNOWN)}/pay`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    });
  const nobody: PayOnline = {
    start: async () => null,
    result: async () => null,
    changed: async () => false,
  };

  it('offers everything at once, or to choose, split in what it is', async () => {
    const other = item({
      invoiceId: '64b0c0ffee0123456789bbbb',
      number: '2026-0050',
      isAsked: false,
    });
    shown = { ...letter, isOnline: true, items: [item(), other] };

    const { body } = await page('pay');

    expect(body).toContain('Betaal €\u00a0140,25 nu online');
    expect(body).toContain('factuur €\u00a0100,00 + kosten €\u00a040,00 + rente €\u00a00,25');
    expect(body).toContain('Staat niet in de brief');
    expect(body.match(/ checked>/g)).toHaveLength(1);
  });

  it('asks whether later amounts may be collected where that is offered, and never ticks it itself', async () => {
    shown = { ...letter, isOnline: true, items: [item()] };
    expect((await page('pay')).body).not.toContain('name="mandate"');

    shown = { ...shown, asksMandate: true };
    const { body } = await page('pay');
    expect(body).toContain('Ik machtig Bakkerij &lt;De Korst&gt; &amp; Zn.');
    expect(body).toContain('<input type="checkbox" name="mandate" value="yes">');
    const asked: unknown[] = [];
    pays = {
      ...nobody,
      start: async (...all) => (asked.push(all), { payUrl: 'https://p.example' }),
    };
    await pay('invoice=a&mandate=yes');
    expect(asked).toEqual([[KNOWN, { invoiceIds: ['a'], givesMandate: true }]]);
  });

  it('leads to the page of the provider, also without a script', async () => {
    shown = { ...letter, isOnline: true, items: [item()] };
    const asked: unknown[] = [];
    const payUrl = 'https://pay.example/1?a=1&b="2"';
    pays = { ...nobody, start: async (...all) => (asked.push(all), { payUrl }) };

    const { statusCode, body } = await pay('invoice=a&invoice=b');

    expect(statusCode).toBe(200);
    expect(asked).toEqual([[KNOWN, { invoiceIds: ['a', 'b'], givesMandate: false }]]);
    expect(body).toContain(
      '<meta http-equiv="refresh" content="0;url=https://pay.example/1?a=1&amp;b=&quot;2&quot;">',
    );
    expect(body).toContain('Verder naar betalen');
  });

  it.each([
    ['nothing', 422, 'niets aangevinkt'],
    ['away', 503, 'Er is niets afgeschreven'],
  ] as const)('says why when there is no such page: %s', async (problem, code, words) => {
    shown = { ...letter, isOnline: true, items: [item()] };
    pays = { ...nobody, start: async () => ({ problem }) };

    const { statusCode, body } = await pay('');

    expect(statusCode).toBe(code);
    expect(body).toContain(words);
    expect(body).toContain('Openstaand vandaag');
  });

  it.each([
    ['paid', 'Bedankt voor uw betaling aan', 'afdrukken'],
    ['under-way', 'We wachten op bericht van de bank', 'http-equiv="refresh" content="5"'],
    ['not-paid', 'Er is niet betaald', 'Opnieuw proberen'],
  ] as const)('tells who comes back what became of it: %s', async (state, title, more) => {
    const result: PublicResult = {
      state,
      paidCents: cents(14_025),
      currency: 'EUR',
      language: 'nl',
      creditorName: 'De Korst',
      communicationId: KNOWN,
    };
    pays = { ...nobody, result: async (id) => (id === KNOWN ? result : null) };
    const back = createPayAddresses({ secret: SECRET, publicUrl: '' }).backTo(KNOWN);

    const { body } = await app.inject(back);

    expect(body).toContain(title);
    expect(body).toContain(more);
    // The link of a letter opens no payment, and the other way round.
    const crossed = await app.inject(`/p/${letterToken(SECRET, KNOWN)}/paid`);
    expect(crossed.statusCode).toBe(404);
    expect((await page('pay', publicToken(SECRET, 'online-payment', KNOWN))).statusCode).toBe(404);
  });

  it('takes a note of the provider, and of nobody else', async () => {
    const told: unknown[] = [];
    pays = { ...nobody, changed: async (id, call) => (told.push([id, call.body]), true) };
    const { webhook } = createPayAddresses({ secret: SECRET, publicUrl: 'https://x.example' });
    const url = new URL(webhook(KNOWN) ?? '').pathname;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const post = (to: string, payload = 'id=tr_1') =>
      app.inject({ method: 'POST', url: to, headers, payload });

    expect((await post(url)).statusCode).toBe(200);
    expect((await post(url.replace(/.changed/, 'x/changed'))).statusCode).toBe(404);
    expect((await post(url, 'x'.repeat(70_000))).statusCode).toBe(413);

    expect(told).toEqual([[KNOWN, 'id=tr_1']]);
  });

  it('takes forms on these pages only', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      headers,
      payload: 'email=a',
    });

    expect(answer.statusCode).toBe(415);
  });
});
