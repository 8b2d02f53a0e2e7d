import { defineCondition, message, Type } from '@inning/sdk';

/** Goes the way of the debtor's payment behaviour, computed from paid invoices. */
export const splitByBehaviourNode = defineCondition({
  id: 'routing.split-by-behaviour',
  version: 1,
  title: {
    nl: 'Betaalgedrag',
    en: 'Payment behaviour',
    de: 'Zahlungsverhalten',
    fr: 'Comportement de paiement',
  },
  description: {
    nl: 'Splitst naar hoe deze debiteur gewoonlijk betaalt.',
    en: 'Splits by how this debtor usually pays.',
    de: 'Teilt danach, wie dieser Schuldner gewöhnlich zahlt.',
    fr: 'Divise selon la façon dont ce débiteur paie d’habitude.',
  },
  icon: 'activity',
  config: Type.Object({}, { additionalProperties: false }),
  outcomes: {
    steady: { nl: 'Vast patroon', en: 'Steady', de: 'Gleichmäßig', fr: 'Régulier' },
    unknown: { nl: 'Onbekend', en: 'Unknown', de: 'Unbekannt', fr: 'Inconnu' },
    fluctuating: { nl: 'Wisselend', en: 'Fluctuating', de: 'Schwankend', fr: 'Variable' },
    erratic: { nl: 'Grillig', en: 'Erratic', de: 'Unberechenbar', fr: 'Imprévisible' },
  },

  decide({ claim }) {
    const { class: kind, averageTermDays, variationDays, paidCount } = claim.debtor.behaviour;
    const params = { averageTermDays, variationDays, paidCount };
    return { outcome: kind, because: message(`routing.behaviour-${kind}`, params) };
  },
});
