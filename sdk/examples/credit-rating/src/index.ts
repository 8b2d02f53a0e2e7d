import { definePlugin, Type } from '@inning/sdk';
import { askRatingAction } from './ask-rating.action.ts';
import { texts } from './texts.ts';

/** An action that asks an outside service what a debtor's credit is worth. */
export const plugin = definePlugin({
  id: 'credit-rating',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: {
    nl: 'Kredietwaardigheid',
    en: 'Credit rating',
    de: 'Bonität',
    fr: 'Solvabilité',
  },
  description: {
    nl: 'Vraagt bij een externe dienst wat het krediet van een debiteur waard is.',
    en: 'Asks an outside service what a debtor’s credit is worth.',
    de: 'Fragt einen externen Dienst nach der Bonität eines Schuldners.',
    fr: 'Demande à un service externe la solvabilité d’un débiteur.',
  },
  settings: Type.Object({}, { additionalProperties: false }),
  permissions: {
    claim: [
      'openCents',
      'debtor.id',
      'debtor.name',
      'debtor.number',
      'debtor.kind',
      'debtor.country',
    ],
    hosts: ['api.credit.example'],
  },
  credentials: {
    key: {
      kind: 'api-key',
      header: 'authorization',
      prefix: 'Bearer ',
      title: { nl: 'Sleutel', en: 'Key', de: 'Schlüssel', fr: 'Clé' },
      hosts: ['api.credit.example'],
    },
  },
  setup(host) {
    host.actions.add(askRatingAction);
    host.texts.add(texts);
  },
});
