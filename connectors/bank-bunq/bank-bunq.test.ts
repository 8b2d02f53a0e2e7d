import { readFileSync } from 'node:fs';
import type { FeedPage } from '@inning/sdk';
import { contractOf, fakeTools, openInProcess } from '@inning/sdk/testing';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  accountOfBunq,
  BUNQ_ACCOUNT,
  BUNQ_KEY,
  BUNQ_USER,
  paymentOf,
  playBunq,
  type PlayedBunq,
} from '../../tests/kit/played-bunq.ts';
import { describeWithShared, sharedDir } from '../../tests/kit/shared.ts';
import { createBunqFeed } from './bunq-feed.port.ts';
import { bankBunqPlugin } from './index.ts';
import { centsOf, dayOf } from './read-payments.ts';
import { openContext, sealContext } from './seal-context.ts';

const DESCRIPTION = 'corpora/openapi/files/bunq__doc/swagger.json';
const settings = { apiKey: BUNQ_KEY, environment: 'production' } as const;
const consent = `bunq:${BUNQ_USER}`;
const asked = { consent, accountId: String(BUNQ_ACCOUNT) };
const question = { ...asked, from: '2026-03-01', until: '2026-03-03', cursor: null };
const inNoTime = async () => {};

describeWithShared('reading accounts at bunq', DESCRIPTION, () => {
  let document: { components: { schemas: Record<string, { properties?: object }> } };
  let bunq: PlayedBunq;
  beforeAll(() => {
    document = JSON.parse(readFileSync(sharedDir() + DESCRIPTION, 'utf8')) as typeof document;
  });
  beforeEach(() => {
    bunq = playBunq(document);
  });

  function openTools() {
    return fakeTools({
      answer(request) {
        const found = bunq.answer(request);
        expect(found?.problems).toEqual([]);
        return found?.answer ?? { status: 404, headers: {}, body: '' };
      },
    });
  }
  type Tools = ReturnType<typeof openTools>;
  const feedOf = (tools: Tools, own: object = {}) =>
    createBunqFeed(tools, { ...settings, ...own }, inNoTime);
  const pay = (id: number, created: string, value = '12.50') =>
    bunq.payments.push({ id, created, value, text: `factuur ${id}` });

  describe('by the contract of the port', () => {
    const plugin: typeof bankBunqPlugin = {
      ...bankBunqPlugin,
      setup: (host) =>
        host.ports.provide('bank-feed', (own, _scope, tools) =>
          createBunqFeed(tools, own as typeof settings, inNoTime),
        ),
    };
    const samples = { begin: { bank: 'bunq' }, consent: asked, accounts: asked, lines: asked };
    for (const check of contractOf('bank-feed').checks) {
      it(check.name, () => {
        const apis = [{ answer: bunq.answer }];
        const options = { settings, apis, samples: { ...samples, balance: asked } };
        return check.run(openInProcess(plugin, 'bank-feed', options));
      });
    }
  });

  it('what is played has the fields of the description', () => {
    const fieldsOf = (name: string) => Object.keys(document.components.schemas[name]!.properties!);
    const payment = paymentOf({ id: 1, created: '', value: '', text: '' });

    expect(fieldsOf('PaymentListing')).toEqual(expect.arrayContaining(Object.keys(payment)));
    expect(fieldsOf('LabelMonetaryAccount')).toEqual(
      expect.arrayContaining(Object.keys(payment.counterparty_alias)),
    );
    expect(fieldsOf('MonetaryAccountBank')).toEqual(
      expect.arrayContaining(Object.keys(accountOfBunq)),
    );
  });

  it('installs, registers and opens a session once, and remembers it encrypted', async () => {
    const tools = openTools();

    await feedOf(tools).accounts({ consent });
    await feedOf(tools).accounts({ consent });

    expect(bunq.asked).toEqual([
      'POST /installation',
      'POST /device-server',
      'POST /session-server',
      `GET /user/${BUNQ_USER}/monetary-account`,
      `GET /user/${BUNQ_USER}/monetary-account`,
    ]);
    const [kept] = [...tools.kept.values()];
    expect(Buffer.from(kept ?? '', 'base64').toString('latin1')).not.toMatch(/PRIVATE KEY|session/);
    expect([...tools.kept.keys()].join()).not.toContain(BUNQ_KEY);
  });

  it('shows the accounts that are open, by their IBAN', async () => {
    expect(await feedOf(openTools()).accounts({ consent })).toEqual([
      {
        id: String(BUNQ_ACCOUNT),
        account: 'NL12BUNQ2025123456',
        currency: 'EUR',
        holder: 'Van Dijk Installatie',
      },
    ]);
  });

  it('opens a new session when the one before has ended', async () => {
    const tools = openTools();
    await feedOf(tools).accounts({ consent });
    bunq.state.openSession = 'another';

    expect(await feedOf(tools).accounts({ consent })).toHaveLength(1);
    expect(bunq.state.sessions).toBe(2);
  });

  it('does not use an answer that bunq did not sign', async () => {
    const tools = openTools();
    await feedOf(tools).accounts({ consent });
    bunq.state.isForged = true;

    await expect(feedOf(tools).lines(question)).rejects.toMatchObject({
      code: 'CONNECTOR_UNAVAILABLE',
    });
  });

  it('reads payments page by page, and stops where the days begin', async () => {
    pay(1, '2026-02-10 09:00:00.000000');
    for (let id = 2; id <= 450; id += 1) pay(id, '2026-03-02 09:00:00.000000');
    pay(451, '2026-03-04 09:00:00.000000');
    const feed = feedOf(openTools());

    const pages: FeedPage[] = [];
    let cursor: string | null = null;
    do {
      const page: FeedPage = await feed.lines({ ...question, cursor });
      pages.push(page);
      cursor = page.next;
    } while (cursor !== null);

    const lines = pages.flatMap((page) => page.lines);
    expect(pages).toHaveLength(3);
    expect(new Set(lines.map((line) => line.bankReference)).size).toBe(449);
    expect(lines[0]).toMatchObject({
      bankReference: 'bunq-450',
      amountCents: 1_250,
      bookedOn: '2026-03-02',
      counterpartyName: 'J. Jansen',
      counterpartyAccount: 'NL20INGB0001234567',
      description: 'factuur 450',
      typeCode: 'EBA_SCT/SCT',
      isReversal: false,
    });
  });

  it('waits when it was too fast, and gives up after a while', async () => {
    const feed = feedOf(openTools());
    await feed.accounts({ consent });
    bunq.state.tooOften = 2;
    expect(await feed.accounts({ consent })).toHaveLength(1);

    bunq.state.tooOften = 3;
    await expect(feed.accounts({ consent })).rejects.toMatchObject({
      code: 'CONNECTOR_UNAVAILABLE',
    });
  });

  it('asks for a person when there is no key, a wrong one, or the key of somebody else', async () => {
    const lockedOut = { code: 'CONNECTOR_LOCKED_OUT' };
    const tools = openTools();
    const without = createBunqFeed(tools, { environment: 'production' }, inNoTime);

    await expect(without.accounts({ consent })).rejects.toMatchObject(lockedOut);
    await expect(feedOf(tools, { apiKey: 'wrong' }).accounts({ consent })).rejects.toMatchObject(
      lockedOut,
    );
    await expect(feedOf(tools).accounts({ consent: 'bunq:9' })).rejects.toMatchObject(lockedOut);
  });
});

describe('what bunq writes', () => {
  it.each([
    ['12.50', 1_250],
    ['-0.01', -1],
  ])('%s is %d cents', (value, sum) => expect(centsOf({ value })).toBe(sum));

  it.each(['12.505', '1,00', '', '1e3'])('"%s" is not guessed', (value) => {
    expect(() => centsOf({ value })).toThrow(/cannot be read/);
  });

  it('in UTC is a day in the Netherlands', () => {
    expect(dayOf('2026-03-01 23:30:00.123456')).toBe('2026-03-02');
    expect(dayOf('2026-07-01 21:59:59')).toBe('2026-07-01');
    expect(() => dayOf('yesterday')).toThrow(/cannot be read/);
  });

  it('and was sealed opens with the same key only', () => {
    const context = { privateKey: 'p', serverKey: 's', installationToken: 't', session: null };
    expect(openContext(sealContext(context, 'one'), 'one')).toEqual(context);
    expect(openContext(sealContext(context, 'one'), 'two')).toBeNull();
    expect(openContext('damaged', 'one')).toBeNull();
  });
});
