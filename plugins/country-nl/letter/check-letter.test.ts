import { readFileSync } from 'node:fs';
import { type AnnouncementLetter, cents, LOCALES } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { computeCosts } from '../costs/compute-costs.ts';
import { checkLetter } from './check-letter.ts';
import { FINDINGS } from './finding-texts.ts';
import { readWording } from './read-wording.ts';

const costs = computeCosts({
  debtorKind: 'consumer',
  principalsCents: [cents(60_000)],
  defaultOn: '2026-03-02',
  isVatDeductible: true,
  agreedCents: null,
  isAnnounced: true,
  earlierTerms: null,
});
const claim = { id: 'a', dueOn: '2026-03-01', isInLetter: true, isAnnounced: false };
const GOOD =
  'Betaal binnen veertien dagen nadat deze brief bij u is bezorgd. ' +
  'Betaalt u later, dan betaalt u ook € 90,00 incassokosten. Wij antwoorden binnen 3 dagen.';

const letter = (rest: Partial<AnnouncementLetter>): AnnouncementLetter => ({
  debtorKind: 'consumer',
  sentOn: '2026-03-09',
  claims: [claim],
  statedCostsCents: cents(9_000),
  costs,
  text: GOOD,
  ...rest,
});
const codes = (rest: Partial<AnnouncementLetter>) =>
  checkLetter(letter(rest)).map(({ code }) => code);

describe('a fourteen-day letter', () => {
  it('is right with the costs in euros, the term from receipt and the consequence', () => {
    expect(checkLetter(letter({}))).toEqual([]);
    expect(checkLetter(letter({ text: null }))).toEqual([]);
  });

  it('leaves after the due day, not on it', () => {
    expect(codes({ sentOn: '2026-03-02' })).toEqual([]);
    expect(codes({ sentOn: '2026-03-01' })).toEqual(['LETTER_BEFORE_DUE']);
    expect(checkLetter(letter({ sentOn: '2026-03-01' }))[0]).toMatchObject({
      severity: 'error',
      article: 'art. 6:96 lid 6 BW',
      claimId: 'a',
      sentence: { en: expect.stringContaining('Sun 1 Mar 2026') },
    });
  });

  it('holds every overdue claim that was not announced before', () => {
    const other = { ...claim, id: 'b', isInLetter: false };

    expect(codes({ claims: [claim, other] })).toEqual(['LETTER_LEAVES_CLAIM_OUT']);
    expect(codes({ claims: [claim, { ...other, isAnnounced: true }] })).toEqual([]);
    expect(codes({ claims: [claim, { ...other, dueOn: '2026-03-09' }] })).toEqual([]);
    expect(codes({ claims: [other] })).toContain('LETTER_WITHOUT_CLAIM');
  });

  it('is not sent twice without saying so', () => {
    expect(codes({ claims: [{ ...claim, isAnnounced: true }] })).toEqual([
      'LETTER_ANNOUNCES_TWICE',
    ]);
  });

  it('names the costs to the cent', () => {
    expect(codes({ statedCostsCents: null })).toEqual(['LETTER_COSTS_NOT_NAMED']);
    expect(codes({ statedCostsCents: cents(9_001) })).toEqual(['LETTER_COSTS_TOO_HIGH']);
    expect(codes({ statedCostsCents: cents(8_999) })).toEqual(['LETTER_COSTS_TOO_LOW']);
    const [low] = checkLetter(letter({ statedCostsCents: cents(8_999) }));
    expect(low?.severity).toBe('warning');
  });

  it('gives fourteen days that begin after receipt, and says what follows', () => {
    const said = (text: string) => codes({ text });

    expect(said('Betaal binnen 14 dagen na dagtekening, anders volgen incassokosten.')).toEqual([
      'LETTER_TERM_FROM_DATE',
    ]);
    expect(said('Betaal binnen 13 dagen na ontvangst, anders volgen incassokosten.')).toEqual([
      'LETTER_TERM_TOO_SHORT',
    ]);
    expect(said('Betaal binnen 14 dagen, anders volgen incassokosten.')).toEqual([
      'LETTER_TERM_START_UNCLEAR',
    ]);
    expect(said('Betaal binnen 14 dagen na ontvangst van deze brief.')).toEqual([
      'LETTER_CONSEQUENCE_NOT_NAMED',
    ]);
    expect(said('Betaal snel na ontvangst, anders volgen incassokosten.')).toEqual([
      'LETTER_TERM_NOT_NAMED',
      'LETTER_TERM_START_UNCLEAR',
    ]);
  });

  it('is not asked of a business', () => {
    expect(codes({ debtorKind: 'business', statedCostsCents: null, claims: [] })).toEqual([]);
  });

  it('is judged in four languages', () => {
    for (const { texts } of Object.values(FINDINGS)) {
      expect(Object.keys(texts).toSorted()).toEqual([...LOCALES].toSorted());
    }
  });
});

describe('the wording of a letter', () => {
  it.each([
    ['en', 'Pay within fourteen days after you received this letter, or pay collection costs.'],
    ['de', 'Zahlen Sie innerhalb von 14 Tagen nach Erhalt, sonst folgen Inkassokosten.'],
    ['fr', 'Payez dans les quatorze jours après la réception, sinon des frais de recouvrement.'],
  ])('is understood in %s', (_language, text) => {
    expect(readWording(text)).toEqual({ days: 14, countsFrom: 'receipt', namesCosts: true });
  });

  it.each(LOCALES)('of our own announcement is right in %s', (locale) => {
    const file = new URL(
      `../../../templates/messages/${locale}/parts/details.txt.liquid`,
      import.meta.url,
    );
    const announcement = readFileSync(file, 'utf8').split('{% elsif')[0] ?? '';
    expect(readWording(announcement)).toEqual({
      days: 14,
      countsFrom: 'receipt',
      namesCosts: true,
    });
  });

  it('is looked for where a term is named, not in whatever else was sent or received', () => {
    const start = (text: string) => readWording(text).countsFrom;
    expect(start('Na verzending van de factuur. Betaal 14 dagen na ontvangst.')).toBe('receipt');
    expect(start('Wij hebben uw brief na ontvangst gelezen. Betaal binnen 14 dagen.')).toBeNull();
  });

  it('of a very long or odd text is read without delay or failure', () => {
    const empty = { days: null, countsFrom: null, namesCosts: false };
    for (const text of ['', ' '.repeat(100_000), 'a'.repeat(100_000), '1'.repeat(100_000)]) {
      expect(readWording(text)).toEqual(empty);
    }
    expect(readWording('constructor dagen toString days').days).toBeNull();
  });
});
