import {
  addDays,
  type CalendarDate,
  defineAction,
  isCalendarDate,
  message,
  type PluginState,
  Type,
} from '@inning/sdk';
import { askService, type Rating } from './ask-service.ts';

const OUTCOMES = { A: 'good', B: 'good', C: 'doubtful', D: 'bad', E: 'bad' } as const;

/** Asks for the rating of the debtor, or takes the one that is remembered. */
export const askRatingAction = defineAction({
  id: 'credit-rating.ask-rating',
  version: 1,
  title: {
    nl: 'Vraag kredietwaardigheid',
    en: 'Ask for a credit rating',
    de: 'Bonität abfragen',
    fr: 'Demander la solvabilité',
  },
  description: {
    nl: 'Vraagt bij een externe dienst wat het krediet van de debiteur waard is.',
    en: 'Asks an outside service what the debtor’s credit is worth.',
    de: 'Fragt einen externen Dienst nach der Bonität des Schuldners.',
    fr: 'Demande à un service externe la solvabilité du débiteur.',
  },
  icon: 'gauge',
  config: Type.Object(
    {
      keepDays: Type.Integer({
        title: 'Days a rating is good for',
        minimum: 0,
        maximum: 365,
        default: 90,
      }),
    },
    { additionalProperties: false },
  ),
  outcomes: {
    good: { nl: 'Goed', en: 'Good', de: 'Gut', fr: 'Bonne' },
    doubtful: { nl: 'Twijfelachtig', en: 'Doubtful', de: 'Zweifelhaft', fr: 'Douteuse' },
    bad: { nl: 'Slecht', en: 'Bad', de: 'Schlecht', fr: 'Mauvaise' },
    unknown: { nl: 'Onbekend', en: 'Unknown', de: 'Unbekannt', fr: 'Inconnue' },
  },
  ports: [],

  async run({ config, claim, today, tools, idempotencyKey }) {
    const { id, name, number } = claim.debtor;
    const kept = await remembered(tools.state, `rating:${id}`, addDays(today, -config.keepDays));
    const rating = kept ?? (await askService(tools.http, { claim, number, key: idempotencyKey }));
    if (!kept) await tools.state.set(`rating:${id}`, JSON.stringify({ rating, on: today }));

    const { grade } = rating;
    return grade === null
      ? { outcome: 'unknown', because: message('credit-rating.not-known', { name }) }
      : {
          outcome: OUTCOMES[grade],
          because: message('credit-rating.graded', { name, grade }),
          output: { grade, isRemembered: kept !== null },
        };
  },
});

/** What was answered on `since` or later; anything else that is stored is as good as nothing. */
async function remembered(
  state: PluginState,
  key: string,
  since: CalendarDate,
): Promise<Rating | null> {
  const text = await state.get(key);
  if (text === null) return null;
  const { rating, on } = JSON.parse(text) as { rating: Rating; on: unknown };
  return isCalendarDate(on) && on > since ? rating : null;
}
