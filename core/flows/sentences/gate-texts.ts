import type { MessageTexts } from '@inning/sdk';

/** Why an instance may not go on now, when it goes on again, and who chose what. */
export const gateTexts: MessageTexts = {
  'flow.gate.administration-paused': {
    nl: 'De administratie is gepauzeerd tot en met {untilOn}',
    en: 'The administration is paused up to and including {untilOn}',
    de: 'Die Verwaltung pausiert bis einschließlich {untilOn}',
    fr: 'L’administration est en pause jusqu’au {untilOn} inclus',
  },
  'flow.gate.administration-paused-open': {
    nl: 'De administratie is gepauzeerd tot iemand haar hervat',
    en: 'The administration is paused until somebody resumes it',
    de: 'Die Verwaltung pausiert, bis jemand sie fortsetzt',
    fr: 'L’administration est en pause jusqu’à sa reprise',
  },
  'flow.gate.debtor-paused': {
    nl: 'De debiteur is gepauzeerd tot en met {untilOn}',
    en: 'The debtor is paused up to and including {untilOn}',
    de: 'Der Schuldner pausiert bis einschließlich {untilOn}',
    fr: 'Le débiteur est en pause jusqu’au {untilOn} inclus',
  },
  'flow.gate.debtor-paused-open': {
    nl: 'De debiteur is gepauzeerd tot iemand hem hervat',
    en: 'The debtor is paused until somebody resumes it',
    de: 'Der Schuldner pausiert, bis jemand ihn fortsetzt',
    fr: 'Le débiteur est en pause jusqu’à sa reprise',
  },
  'flow.gate.disputed': {
    nl: 'Alles wat vervallen is wordt betwist; eerst moet dat zijn opgelost',
    en: 'Everything overdue is disputed; that is settled first',
    de: 'Alles Überfällige ist bestritten; das wird zuerst geklärt',
    fr: 'Tout ce qui est échu est contesté ; cela doit d’abord être réglé',
  },
  'flow.gate.nothing-overdue': {
    nl: 'Er is niets om over te schrijven: niets is vervallen',
    en: 'There is nothing to write about: nothing is overdue',
    de: 'Es gibt nichts zu schreiben: Nichts ist überfällig',
    fr: 'Il n’y a rien à écrire : rien n’est échu',
  },
  'flow.stuck.step-too-new': {
    nl: 'Vastgelopen: blok {node} is versie {version} van {type}, nieuwer dan de plugin die er is',
    en: 'Stuck: step {node} is version {version} of {type}, newer than the plugin that is there',
    de: 'Steckt fest: Schritt {node} ist Version {version} von {type}, neuer als das Plugin',
    fr: 'Bloqué : l’étape {node} est la version {version} de {type}, plus récente que le plugin',
  },
  'flow.stuck.not-in-group': {
    nl: 'Vastgelopen: in blok {node} kan {type} niet tegelijk met andere acties worden uitgevoerd',
    en: 'Stuck: in step {node}, {type} cannot be executed at once with other actions',
    de: 'Steckt fest: In Schritt {node} geht {type} nicht zugleich mit anderen Aktionen',
    fr: 'Bloqué : à l’étape {node}, {type} ne peut pas être exécuté avec d’autres actions',
  },
  'flow.gate.below-threshold': {
    nl: '{overdueCents} is minder dan de drempel van {thresholdCents}',
    en: '{overdueCents} is below the threshold of {thresholdCents}',
    de: '{overdueCents} liegt unter der Schwelle von {thresholdCents}',
    fr: '{overdueCents} est inférieur au seuil de {thresholdCents}',
  },
  'flow.gate.bank-data-old': {
    nl: 'De bankgegevens zijn {ageDays} dagen oud; ten hoogste {maxDays} mag',
    en: 'The bank data is {ageDays} days old; at most {maxDays} is allowed',
    de: 'Die Bankdaten sind {ageDays} Tage alt; höchstens {maxDays} sind erlaubt',
    fr: 'Les données bancaires ont {ageDays} jours ; {maxDays} au plus sont permis',
  },
  'flow.gate.no-bank-data': {
    nl: 'Er zijn nog geen bankgegevens ingelezen',
    en: 'No bank data has been read yet',
    de: 'Es wurden noch keine Bankdaten eingelesen',
    fr: 'Aucune donnée bancaire n’a encore été lue',
  },
  'flow.gate.plausible-payment': {
    nl: 'Er is een betaling ontvangen die waarschijnlijk van deze debiteur is',
    en: 'A payment was received that is probably of this debtor',
    de: 'Es ging eine Zahlung ein, die wahrscheinlich von diesem Schuldner ist',
    fr: 'Un paiement qui vient sans doute de ce débiteur a été reçu',
  },
  'flow.gate.contact-limit': {
    nl: 'Al {count} keer contact in {days} dagen; verder vanaf {on}',
    en: 'Already {count} contacts in {days} days; on from {on}',
    de: 'Schon {count} Kontakte in {days} Tagen; weiter ab {on}',
    fr: 'Déjà {count} contacts en {days} jours ; reprise le {on}',
  },
  'flow.gate.contact-window': {
    nl: 'Nu mag geen contact worden opgenomen; verder op {on}',
    en: 'No contact is allowed now; on at {on}',
    de: 'Jetzt ist kein Kontakt erlaubt; weiter am {on}',
    fr: 'Aucun contact n’est permis maintenant ; reprise le {on}',
  },
  'flow.gate.holiday': {
    nl: 'Vandaag is het {holiday}; verder op {on}',
    en: 'Today is {holiday}; on at {on}',
    de: 'Heute ist {holiday}; weiter am {on}',
    fr: 'Aujourd’hui c’est {holiday} ; reprise le {on}',
  },
  'flow.gate.never-open': {
    nl: 'In de komende {days} dagen mag geen contact worden opgenomen',
    en: 'No contact is allowed in the coming {days} days',
    de: 'In den nächsten {days} Tagen ist kein Kontakt erlaubt',
    fr: 'Aucun contact n’est permis dans les {days} jours à venir',
  },
  'flow.gate.plugin-stopped': {
    nl: 'Wacht tot de plugin weer mag werken: {problem}',
    en: 'Waits until the plugin may work again: {problem}',
    de: 'Wartet, bis das Plugin wieder arbeiten darf: {problem}',
    fr: 'Attend que le plugin puisse de nouveau travailler : {problem}',
  },
  'flow.gate.retry': {
    nl: 'Poging {attempts} van {maxAttempts} mislukte: {problem}',
    en: 'Try {attempts} of {maxAttempts} failed: {problem}',
    de: 'Versuch {attempts} von {maxAttempts} schlug fehl: {problem}',
    fr: 'L’essai {attempts} sur {maxAttempts} a échoué : {problem}',
  },
  'flow.choice.own': {
    nl: 'Deze flow is voor deze debiteur gekozen',
    en: 'This flow was chosen for this debtor',
    de: 'Dieser Ablauf wurde für diesen Schuldner gewählt',
    fr: 'Ce flux a été choisi pour ce débiteur',
  },
  'flow.choice.none': {
    nl: 'Voor dit betaalgedrag heeft de administratie geen flow',
    en: 'The administration has no flow for this payment behaviour',
    de: 'Für dieses Zahlungsverhalten hat die Verwaltung keinen Ablauf',
    fr: 'L’administration n’a pas de flux pour ce comportement',
  },
  'flow.choice.steady': {
    nl: 'Betaalt na een vaste tijd: gemiddeld {averageTermDays} dagen, spreiding {variationDays} dagen, over {paidCount} betaalde facturen',
    en: 'Pays after a steady time: {averageTermDays} days on average, variation {variationDays} days, over {paidCount} paid invoices',
    de: 'Zahlt nach fester Zeit: im Schnitt {averageTermDays} Tage, Streuung {variationDays} Tage, aus {paidCount} bezahlten Rechnungen',
    fr: 'Paie après un délai stable : {averageTermDays} jours en moyenne, écart {variationDays} jours, sur {paidCount} factures payées',
  },
  'flow.choice.unknown': {
    nl: 'Het betaalgedrag is nog onbekend: {paidCount} betaalde facturen',
    en: 'The payment behaviour is not known yet: {paidCount} paid invoices',
    de: 'Das Zahlungsverhalten ist noch unbekannt: {paidCount} bezahlte Rechnungen',
    fr: 'Le comportement de paiement est encore inconnu : {paidCount} factures payées',
  },
  'flow.choice.fluctuating': {
    nl: 'Het betaalgedrag wisselt: gemiddeld {averageTermDays} dagen, spreiding {variationDays} dagen, over {paidCount} betaalde facturen',
    en: 'The payment behaviour fluctuates: {averageTermDays} days on average, variation {variationDays} days, over {paidCount} paid invoices',
    de: 'Das Zahlungsverhalten schwankt: im Schnitt {averageTermDays} Tage, Streuung {variationDays} Tage, aus {paidCount} bezahlten Rechnungen',
    fr: 'Le comportement varie : {averageTermDays} jours en moyenne, écart {variationDays} jours, sur {paidCount} factures payées',
  },
  'flow.choice.erratic': {
    nl: 'Betaalt zeer grillig: gemiddeld {averageTermDays} dagen, spreiding {variationDays} dagen, over {paidCount} betaalde facturen',
    en: 'Pays very erratically: {averageTermDays} days on average, variation {variationDays} days, over {paidCount} paid invoices',
    de: 'Zahlt sehr unberechenbar: im Schnitt {averageTermDays} Tage, Streuung {variationDays} Tage, aus {paidCount} bezahlten Rechnungen',
    fr: 'Paie très irrégulièrement : {averageTermDays} jours en moyenne, écart {variationDays} jours, sur {paidCount} factures payées',
  },
};
