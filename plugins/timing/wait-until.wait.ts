import {
  type Anchor,
  AnchorsSchema,
  type CalendarDate,
  defineWait,
  message,
  PickSchema,
  Type,
} from '@inning/sdk';
import { dayOfAnchor } from './day-of-anchor.ts';

const config = Type.Object(
  { pick: PickSchema, anchors: AnchorsSchema },
  { additionalProperties: false },
);

/** Waits for the latest (or earliest) of several days, each counted from an anchor. */
export const waitUntilWait = defineWait({
  id: 'timing.wait-until',
  version: 1,
  title: { nl: 'Wacht tot', en: 'Wait until', de: 'Warten bis', fr: 'Attendre jusqu’à' },
  description: {
    nl: 'Wacht tot de laatste (of eerste) van een of meer dagen.',
    en: 'Waits for the latest (or earliest) of one or more days.',
    de: 'Wartet auf den letzten (oder ersten) von einem oder mehreren Tagen.',
    fr: 'Attend le dernier (ou le premier) d’un ou plusieurs jours.',
  },
  icon: 'clock',
  config,
  outcomes: {
    reached: { nl: 'Dag bereikt', en: 'Day reached', de: 'Tag erreicht', fr: 'Jour atteint' },
  },
  summary: { en: '{anchors}' },

  until({ config: { pick, anchors }, claim, anchors: past, country }) {
    const days = anchors.flatMap((anchor) => {
      const day = dayOfAnchor(anchor, { claim, anchors: past, country });
      return day === null ? [] : [{ anchor, day }];
    });
    const chosen = days.reduce<Dated | null>((best, one) => better(best, one, pick), null);
    // No anchor applies (no promise, unknown term): there is nothing to wait for.
    if (!chosen) return { on: past.previousStepOn, outcome: 'reached' };
    const { anchor, day } = chosen;
    const params = { on: day, days: anchor.days };
    return { on: day, outcome: 'reached', because: message(`timing.${anchor.from}`, params) };
  },
});

type Dated = { readonly anchor: Anchor; readonly day: CalendarDate };

function better(best: Dated | null, one: Dated, pick: 'latest' | 'earliest'): Dated {
  if (best === null) return one;
  const isLater = one.day > best.day;
  if (one.day === best.day) return best;
  return isLater === (pick === 'latest') ? one : best;
}
