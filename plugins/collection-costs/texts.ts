import type { MessageTexts } from '@inning/sdk';

export const costTexts: MessageTexts = {
  'collection-costs.announced': {
    nl: 'Incassokosten aangezegd op {invoiceCount} facturen',
    en: 'Collection costs announced on {invoiceCount} invoices',
    de: 'Inkassokosten auf {invoiceCount} Rechnungen angekündigt',
    fr: 'Frais annoncés sur {invoiceCount} factures',
  },
  'collection-costs.claimable': {
    nl: 'Incassokosten opeisbaar op {invoiceCount} facturen',
    en: 'Collection costs claimable on {invoiceCount} invoices',
    de: 'Inkassokosten auf {invoiceCount} Rechnungen fällig',
    fr: 'Frais exigibles sur {invoiceCount} factures',
  },
  'collection-costs.none-announced': {
    nl: 'Er was niets om aan te zeggen',
    en: 'There was nothing to announce',
    de: 'Es gab nichts anzukündigen',
    fr: 'Il n’y avait rien à annoncer',
  },
  'collection-costs.none-claimable': {
    nl: 'Geen kosten waren aangezegd, dus niets is opeisbaar',
    en: 'No costs were announced, so nothing is claimable',
    de: 'Keine Kosten waren angekündigt, also ist nichts fällig',
    fr: 'Aucun frais n’était annoncé, donc rien n’est exigible',
  },
};
