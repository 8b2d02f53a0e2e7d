import { type Country, weekday } from '@inning/sdk';
import { holidayOn } from './holidays.ts';

/** Besluit kwaliteit incassodienstverlening (Bki): contact between 07:00 and 20:00. */
const OPENS = 7 * 60;
const CLOSES = 20 * 60;
const SUNDAY = 7;

/**
 * The Netherlands. The contact rule protects natural persons; sole traders are among the businesses and
 * cannot be told apart by their data, so that it is kept for everybody.
 */
export const netherlands: Country = {
  code: 'NL',
  title: { nl: 'Nederland', en: 'The Netherlands', de: 'Niederlande', fr: 'Pays-Bas' },
  timeZone: 'Europe/Amsterdam',
  holiday: holidayOn,
  contactWindow({ day }) {
    if (weekday(day) === SUNDAY || holidayOn(day) !== null) return null;
    return { from: OPENS, to: CLOSES };
  },
};
