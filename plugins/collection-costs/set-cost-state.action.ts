import { defineAction, message, type Message, Type } from '@inning/sdk';

const ANNOUNCED = Type.Literal('announced', {
  titles: { nl: 'aangezegd', en: 'announced', de: 'angekündigt', fr: 'annoncés' },
});
const CLAIMABLE = Type.Literal('claimable', {
  titles: { nl: 'opeisbaar', en: 'claimable', de: 'fällig', fr: 'exigibles' },
});

/** Announces collection costs, or makes announced ones claimable; never the second without the first. */
export const setCostStateAction = defineAction({
  id: 'collection-costs.set-cost-state',
  version: 1,
  title: {
    nl: 'Incassokosten',
    en: 'Collection costs',
    de: 'Inkassokosten',
    fr: 'Frais de recouvrement',
  },
  description: {
    nl: 'Zet incassokosten op aangezegd of opeisbaar.',
    en: 'Marks collection costs as announced or claimable.',
    de: 'Setzt Inkassokosten auf angekündigt oder fällig.',
    fr: 'Marque les frais comme annoncés ou exigibles.',
  },
  icon: 'scale',
  config: Type.Object(
    {
      state: Type.Union([ANNOUNCED, CLAIMABLE], {
        title: 'New state',
        titles: { nl: 'Nieuwe stand', en: 'New state', de: 'Neuer Stand', fr: 'Nouvel état' },
      }),
    },
    { additionalProperties: false },
  ),
  outcomes: {
    changed: { nl: 'Gewijzigd', en: 'Changed', de: 'Geändert', fr: 'Modifié' },
    unchanged: { nl: 'Niets gewijzigd', en: 'Nothing changed', de: 'Unverändert', fr: 'Inchangé' },
  },
  skippedOutcome: 'unchanged',
  meaning: [
    { does: 'announce-costs', when: { state: 'announced' } },
    { does: 'make-costs-claimable', when: { state: 'claimable' } },
  ],
  ports: ['costs'],
  summary: { en: '{state}' },

  async run({ config: { state }, ports }) {
    const { invoiceCount, because: whyNot }: Changed =
      state === 'announced' ? await ports.costs.announce() : await ports.costs.makeClaimable();
    if (invoiceCount === 0) {
      return { outcome: 'unchanged', because: whyNot ?? message(`collection-costs.none-${state}`) };
    }
    const because = message(`collection-costs.${state}`, { invoiceCount });
    return { outcome: 'changed', because };
  },
});

type Changed = { readonly invoiceCount: number; readonly because?: Message };
