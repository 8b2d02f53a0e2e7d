import fc from 'fast-check';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../localized.ts';
import { AnchorsSchema, PickSchema } from './anchors.ts';
import { saySummary } from './say-summary.ts';

const mail = {
  config: Type.Object({
    template: Type.String({ editor: 'template-picker' }),
    minimumCents: Type.Optional(Type.Integer({ editor: 'money', default: 0 })),
    urgent: Type.Optional(Type.Boolean()),
    way: Type.Union([
      Type.Literal('post', { titles: { nl: 'per post' } }),
      Type.Literal('mail', { titles: { nl: 'per e-mail', en: 'by e-mail' } }),
    ]),
  }),
  summary: {
    en: '{template} {way}[, from {minimumCents}]',
    nl: '{template} {way}[, vanaf {minimumCents}]',
  },
};
const wait = {
  config: Type.Object({ pick: PickSchema, anchors: AnchorsSchema }),
  summary: { en: '{anchors}' },
};

describe('the settings of a step in one line', () => {
  it('says money as an amount, a choice by its title and a template by its name', () => {
    const names = { template: () => 'Eerste herinnering' };
    const config = { template: 'first-reminder', minimumCents: 1_250, way: 'mail' };

    expect(saySummary(mail, config, { locale: 'nl', names })).toBe(
      'Eerste herinnering per e-mail, vanaf € 12,50',
    );
    expect(saySummary(mail, config, { locale: 'en' })).toContain('first-reminder by e-mail, from');
  });

  it('leaves out what is empty or as usual', () => {
    const config = { template: 'first-reminder', minimumCents: 0, way: 'post' };

    expect(saySummary(mail, config, { locale: 'nl' })).toBe('first-reminder per post');
    expect(saySummary(mail, {}, { locale: 'nl' })).toBe('');
  });

  it('says the days of a wait as a sentence, with steps by their names', () => {
    const config = {
      pick: 'latest',
      anchors: [
        { from: 'due-date', days: 14 },
        { from: 'invoice-date', days: 30 },
        { from: 'step', step: 'reminder-1', days: -1, unit: 'working-days' },
      ],
    };
    const names = { step: (id: string) => (id === 'reminder-1' ? 'Eerste brief' : id) };

    expect(saySummary(wait, config, { locale: 'nl', names })).toBe(
      'de laatste van: vervaldatum + 14 dagen, factuurdatum + 30 dagen en Eerste brief − 1 werkdag',
    );
    const first = { pick: 'earliest', anchors: config.anchors.slice(0, 1) };
    expect(saySummary(wait, first, { locale: 'en' })).toBe('due date + 14 days');
  });

  it('never reads a value as a sentence, and shortens what is long', () => {
    const script = { config: Type.Object({ code: Type.String() }), summary: { en: '{code}' } };
    const say = (code: string) => saySummary(script, { code }, { locale: 'en' });

    expect(say('{template} [x]')).toBe('{template} [x]');
    expect(say('first\nsecond')).toBe('first');
    expect(say('x'.repeat(300))).toHaveLength(120);
  });

  it('always says something, whatever a drawing holds', () => {
    const config = fc.dictionary(
      fc.constantFrom('template', 'minimumCents', 'way', 'pick', 'anchors', '__proto__'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(config, fc.constantFrom(...LOCALES), (given, locale) => {
        for (const type of [mail, wait]) {
          const said = saySummary(type, given, { locale });
          expect(said).not.toMatch(/undefined|\[object|\n/);
        }
      }),
    );
  });
});
