import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { openStore, type Store } from '../../store/index.ts';
import { createPayAddresses, letterToken, publicToken } from './letter-token.ts';
import type { PublicResult } from './public-letter.ts';
import { item, KNOWN, letter, nobody, openPages, SECRET } from './testing/open-pages.ts';

const database = testDatabase();
let store: Store;
let pages: Awaited<ReturnType<typeof openPages>>;
beforeAll(async () => {
  store = await openStore(database.uri);
  pages = await openPages(store);
});
afterAll(async () => {
  await pages.app.close();
  await store.close();
});

describe('paying online from a letter', () => {
  const pay = (payload: string) =>
    pages.app.inject({
      method: 'POST',
      url: `/p/${letterToken(SECRET, KNOWN)}/pay`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    });

  it('offers everything at once, or to choose, split in what it is', async () => {
    const other = item({
      invoiceId: '64b0c0ffee0123456789bbbb',
      number: '2026-0050',
      isAsked: false,
    });
    pages.shown.letter = { ...letter, isOnline: true, items: [item(), other] };

    const { body } = await pages.page('pay');

    expect(body).toContain('Betaal €\u00a0140,25 nu online');
    expect(body).toContain('factuur €\u00a0100,00 + kosten €\u00a040,00 + rente €\u00a00,25');
    expect(body).toContain('Staat niet in de brief');
    expect(body.match(/ checked>/g)).toHaveLength(1);
  });

  it('asks whether later amounts may be collected where that is offered, and never ticks it itself', async () => {
    pages.shown.letter = { ...letter, isOnline: true, items: [item()] };
    expect((await pages.page('pay')).body).not.toContain('name="mandate"');

    pages.shown.letter = { ...pages.shown.letter, asksMandate: true };
    const { body } = await pages.page('pay');
    expect(body).toContain('Ik machtig Bakkerij &lt;De Korst&gt; &amp; Zn.');
    expect(body).toContain('<input type="checkbox" name="mandate" value="yes">');
    const asked: unknown[] = [];
    pages.shown.pays = {
      ...nobody,
      start: async (...all) => (asked.push(all), { payUrl: 'https://p.example' }),
    };
    await pay('invoice=a&mandate=yes');
    expect(asked).toEqual([[KNOWN, { invoiceIds: ['a'], givesMandate: true }]]);
  });

  it('leads to the page of the provider, also without a script', async () => {
    pages.shown.letter = { ...letter, isOnline: true, items: [item()] };
    const asked: unknown[] = [];
    const payUrl = 'https://pay.example/1?a=1&b="2"';
    pages.shown.pays = { ...nobody, start: async (...all) => (asked.push(all), { payUrl }) };

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
    pages.shown.letter = { ...letter, isOnline: true, items: [item()] };
    pages.shown.pays = { ...nobody, start: async () => ({ problem }) };

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
    pages.shown.pays = { ...nobody, result: async (id) => (id === KNOWN ? result : null) };
    const back = createPayAddresses({ secret: SECRET, publicUrl: '' }).backTo(KNOWN);

    const { body } = await pages.app.inject(back);

    expect(body).toContain(title);
    expect(body).toContain(more);
    // The link of a letter opens no payment, and the other way round.
    const crossed = await pages.app.inject(`/p/${letterToken(SECRET, KNOWN)}/paid`);
    expect(crossed.statusCode).toBe(404);
    expect((await pages.page('pay', publicToken(SECRET, 'online-payment', KNOWN))).statusCode).toBe(
      404,
    );
  });

  it('takes a note of the provider, and of nobody else', async () => {
    const told: unknown[] = [];
    pages.shown.pays = {
      ...nobody,
      changed: async (id, call) => (told.push([id, call.body]), true),
    };
    const { webhook } = createPayAddresses({ secret: SECRET, publicUrl: 'https://x.example' });
    const url = new URL(webhook(KNOWN) ?? '').pathname;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const post = (to: string, payload = 'id=tr_1') =>
      pages.app.inject({ method: 'POST', url: to, headers, payload });

    expect((await post(url)).statusCode).toBe(200);
    expect((await post(url.replace(/.changed/, 'x/changed'))).statusCode).toBe(404);
    expect((await post(url, 'x'.repeat(70_000))).statusCode).toBe(413);

    expect(told).toEqual([[KNOWN, 'id=tr_1']]);
  });

  it('takes forms on these pages only', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await pages.app.inject({
      method: 'POST',
      url: '/api/session',
      headers,
      payload: 'email=a',
    });

    expect(answer.statusCode).toBe(415);
  });
});
