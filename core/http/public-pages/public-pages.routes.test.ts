import { cents } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { openStore, type Store } from '../../store/index.ts';
import { createTestServer } from '../test-server.ts';
import { createLetterLinks, letterToken, readLetterToken } from './letter-token.ts';
import type { PublicLetter } from './public-letter.ts';

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
};

const database = testDatabase();
let store: Store;
let app: FastifyInstance;
let shown: PublicLetter;

beforeAll(async () => {
  store = await openStore(database.uri);
  const publicLetter = async (id: string) => (id === KNOWN ? shown : null);
  ({ app } = await createTestServer(store, { secret: SECRET }, { publicLetter }));
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
