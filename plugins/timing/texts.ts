import type { MessageTexts } from '@inning/sdk';

export const timingTexts: MessageTexts = {
  'timing.invoice-date': {
    nl: '{on}: {days} dagen na de factuurdatum',
    en: '{on}: {days} days after the invoice date',
    de: '{on}: {days} Tage nach dem Rechnungsdatum',
    fr: '{on} : {days} jours après la date de facture',
  },
  'timing.due-date': {
    nl: '{on}: {days} dagen na de vervaldatum',
    en: '{on}: {days} days after the due date',
    de: '{on}: {days} Tage nach der Fälligkeit',
    fr: '{on} : {days} jours après l’échéance',
  },
  'timing.expected-payment': {
    nl: '{on}: {days} dagen na de dag waarop deze debiteur gewoonlijk betaalt',
    en: '{on}: {days} days after the day on which this debtor usually pays',
    de: '{on}: {days} Tage nach dem Tag, an dem dieser Schuldner gewöhnlich zahlt',
    fr: '{on} : {days} jours après le jour où ce débiteur paie d’habitude',
  },
  'timing.promise-date': {
    nl: '{on}: {days} dagen na de toegezegde betaaldag',
    en: '{on}: {days} days after the promised day of payment',
    de: '{on}: {days} Tage nach dem zugesagten Zahltag',
    fr: '{on} : {days} jours après le jour de paiement promis',
  },
  'timing.previous-step': {
    nl: '{on}: {days} dagen na de vorige stap',
    en: '{on}: {days} days after the previous step',
    de: '{on}: {days} Tage nach dem vorherigen Schritt',
    fr: '{on} : {days} jours après l’étape précédente',
  },
  'timing.flow-start': {
    nl: '{on}: {days} dagen na het begin van de flow',
    en: '{on}: {days} days after the start of the flow',
    de: '{on}: {days} Tage nach dem Start des Ablaufs',
    fr: '{on} : {days} jours après le début du flux',
  },
  'timing.step': {
    nl: '{on}: {days} dagen na een eerdere stap',
    en: '{on}: {days} days after an earlier step',
    de: '{on}: {days} Tage nach einem früheren Schritt',
    fr: '{on} : {days} jours après une étape antérieure',
  },
  'timing.paused': {
    nl: 'Gepauzeerd tot en met {untilOn}',
    en: 'Paused up to and including {untilOn}',
    de: 'Pausiert bis einschließlich {untilOn}',
    fr: 'En pause jusqu’au {untilOn} inclus',
  },
};
