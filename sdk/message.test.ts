import { describe, expect, it } from 'vitest';
import { formatDay, message, sayMessage } from './message.ts';

const texts = {
  'test.waits': { en: 'Waits until {on} for {openCents}', nl: 'Wacht tot {on} op {openCents}' },
  'test.moved': { en: 'From {fromOn} to {reason}' },
};

describe('a sentence that is stored as a code with its facts', () => {
  it('shows days and money as a person reads them, in the language of the reader', () => {
    const said = message('test.waits', { on: '2026-09-15', openCents: 123_450 });

    expect(sayMessage(texts, said, 'nl')).toBe('Wacht tot di 15 sep 2026 op €\u00a01.234,50');
    expect(sayMessage(texts, said, 'en')).toBe('Waits until Tue 15 Sep 2026 for €1,234.50');
    expect(sayMessage(texts, said, 'fr')).toBe(
      'Waits until mar 15 sept 2026 for 1\u00a0234,50\u00a0€',
    );
  });

  it('shows a missing fact as a dash and a day that is none as it is', () => {
    const said = message('test.moved', { fromOn: '2026-02-30', reason: null });

    expect(sayMessage(texts, said, 'en')).toBe('From 2026-02-30 to –');
  });

  it('shows an unknown code as it is, also one that objects have by themselves', () => {
    expect(sayMessage(texts, message('no.such-code'), 'nl')).toBe('no.such-code');
    expect(sayMessage(texts, message('toString'), 'nl')).toBe('toString');
    expect(sayMessage(texts, message('test.waits', {}), 'nl')).toBe('Wacht tot – op –');
  });

  it('writes days out', () => {
    expect(formatDay('2026-03-01')).toBe('zo 1 mrt 2026');
    expect(formatDay('2026-12-28', 'de')).toBe('Mo 28 Dez 2026');
  });
});
