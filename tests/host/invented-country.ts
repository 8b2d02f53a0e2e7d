import type { Localized } from '@inning/sdk';
import { flatCountry } from '../../core/domain/testing/flat-country.ts';
import { plugin } from './some-plugins.ts';

const say = (en: string): Localized => ({ en });

/**
 * Ruritania, which does not exist and where everything is different: costs are five percent without
 * VAT, a bank year has 360 days, a week after sending costs are due, and a letter needs no words.
 */
export const ruritania = flatCountry({
  code: 'QQ',
  title: { en: 'Ruritania' },
  timeZone: 'Europe/Prague',
  holiday: (day) => (day.endsWith('-08-01') ? 'Coronation Day' : null),
  contactWindow: ({ channel }) => (channel === 'phone' ? null : { from: 0, to: 24 * 60 }),
  // Whoever lent gets it back before anybody is paid for asking.
  order: ['principal', 'interest', 'costs'],
  costsBasisPoints: 500,
  interestPercent: 10,
  daysToPay: 6,
  checkLetter: ({ claims }) =>
    claims.some(({ isInLetter }) => isInLetter)
      ? []
      : [
          {
            code: 'NOTHING_DEMANDED',
            severity: 'error',
            article: 'Test Act, s. 3',
            claimId: null,
            sentence: say('The letter demands nothing.'),
          },
        ],
});

export const ruritaniaPlugin = plugin('country-qq', {
  setup: (host) => host.countries.add(ruritania),
});
