import { sayMessage } from '@inning/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { debtorTexts } from '../texts.ts';
import { classifyBehaviour, explainBehaviour } from './classify-behaviour.ts';

describe('classifyBehaviour', () => {
  it('knows nothing from two paid invoices', () => {
    expect(classifyBehaviour([30, 31])).toEqual({
      class: 'unknown',
      averageTermDays: null,
      variationDays: null,
      paidCount: 2,
    });
  });

  it('calls a more or less fixed term of at most 60 days steady', () => {
    // Mean 34; squared distances 16, 9, 0, 9, 16: variance 10, deviation 3.16.
    expect(classifyBehaviour([30, 31, 34, 37, 38])).toMatchObject({
      class: 'steady',
      averageTermDays: 34,
      variationDays: 3,
    });
  });

  it('keeps to the limits exactly', () => {
    expect(classifyBehaviour([50, 60, 70]).class).toBe('steady'); // deviation 8.2
    expect(classifyBehaviour([51, 61, 71]).class).toBe('fluctuating'); // 61 days on average
    expect(classifyBehaviour([20, 40, 20, 40]).variationDays).toBe(10);
    expect(classifyBehaviour([20, 40, 20, 40]).class).toBe('steady');
    expect(classifyBehaviour([19, 41, 19, 41]).class).toBe('fluctuating'); // deviation 11
    expect(classifyBehaviour([10, 70, 10, 70]).class).toBe('fluctuating'); // deviation 30
    expect(classifyBehaviour([9, 71, 9, 71]).class).toBe('erratic'); // deviation 31
  });

  it('rounds half a day up', () => {
    expect(classifyBehaviour([10, 11, 10, 11]).averageTermDays).toBe(11);
  });

  it('does not depend on the order of the invoices', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -30, max: 400 }), { maxLength: 30 }), (terms) => {
        expect(classifyBehaviour([...terms].reverse())).toEqual(classifyBehaviour(terms));
      }),
    );
  });

  it('explains itself in a sentence with the figures', () => {
    const behaviour = classifyBehaviour([30, 30, 34, 34, 34, 38, 38]);

    expect(sayMessage(debtorTexts, explainBehaviour(behaviour, 'Friendly'), 'en')).toBe(
      'Pays after 34 days on average, 3 days variation, from 7 paid invoices: Friendly',
    );
    expect(
      sayMessage(debtorTexts, explainBehaviour(classifyBehaviour([9]), 'Neutraal'), 'nl'),
    ).toBe('Betaalgedrag nog onbekend: 1 betaalde facturen, 3 nodig: Neutraal');
  });
});
