import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { readCode } from '../../../tests/kit/read-code.ts';
import { openStore, type Store } from '../../store/index.ts';
import { createLetterLinks, letterToken, readLetterToken } from './letter-token.ts';
import { KNOWN, letter, openPages, SECRET } from './testing/open-pages.ts';

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

describe('the pages behind the buttons of a letter', () => {
  it('tells how much is open today and where to pay it, in the language of the debtor', async () => {
    pages.shown.letter = letter;

    const { statusCode, body, headers } = await pages.page('pay');

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
    pages.shown.letter = { ...letter, paymentCode };

    const { body } = await pages.page('pay');

    expect(readCode(body)).toBe(paymentCode);
    expect(body).not.toContain('<script');
    pages.shown.letter = { ...letter, paymentCode, openCents: cents(0) };
    expect((await pages.page('pay')).body).not.toContain('<svg');
  });

  it('speaks every language, and says it when nothing is open any more', async () => {
    pages.shown.letter = { ...letter, language: 'de' };
    expect((await pages.page('respond')).body).toContain('antworten');

    pages.shown.letter = { ...letter, language: 'en', openCents: cents(0) };
    const { body } = await pages.page('pay');
    expect(body).toContain('Nothing is open any more');
    expect(body).not.toContain('NL91');
  });

  it('has no page for a link that is not ours, with the same answer as for a letter that is gone', async () => {
    const ours = letterToken(SECRET, KNOWN);
    const flipped = (at: number) =>
      ours.slice(0, at) + (ours[at] === 'A' ? 'B' : 'A') + ours.slice(at + 1);
    const gone = await pages.page('pay', letterToken(SECRET, '000000000000000000000001'));

    for (const token of [
      flipped(3),
      flipped(40),
      letterToken('another secret', KNOWN),
      'x',
      KNOWN,
    ]) {
      const answer = await pages.page('pay', token);
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
