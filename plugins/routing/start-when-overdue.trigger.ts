import { defineTrigger, Type } from '@inning/sdk';

/** Starts the flow the morning after the due date of an invoice that is still open. */
export const startWhenOverdueTrigger = defineTrigger({
  id: 'routing.start-when-overdue',
  version: 1,
  title: {
    nl: 'Factuur vervallen',
    en: 'Invoice overdue',
    de: 'Rechnung überfällig',
    fr: 'Facture échue',
  },
  description: {
    nl: 'Begint zodra een open factuur over de vervaldatum is.',
    en: 'Starts when an open invoice has passed its due date.',
    de: 'Beginnt, sobald eine offene Rechnung überfällig ist.',
    fr: 'Commence dès qu’une facture ouverte a dépassé son échéance.',
  },
  icon: 'play',
  starts: 'when-overdue',
  config: Type.Object({}, { additionalProperties: false }),
  outcomes: { started: { nl: 'Begonnen', en: 'Started', de: 'Begonnen', fr: 'Commencé' } },
});
