import type { MessageTexts } from '@inning/sdk';

const facts = {
  nl: 'Betaalt gemiddeld na {averageDays} dagen, {variationDays} dagen variatie, over {paidCount} betaalde facturen: {flow}',
  en: 'Pays after {averageDays} days on average, {variationDays} days variation, from {paidCount} paid invoices: {flow}',
  de: 'Zahlt durchschnittlich nach {averageDays} Tagen, {variationDays} Tage Streuung, aus {paidCount} bezahlten Rechnungen: {flow}',
  fr: 'Paie en moyenne après {averageDays} jours, {variationDays} jours de variation, sur {paidCount} factures payées : {flow}',
};

const flagTask = (nl: string, en: string, [de, fr]: readonly [string, string]) => ({
  nl: `${nl} ({reason}). Beslis hoe het dossier verdergaat.`,
  en: `${en} ({reason}). Decide how to go on with this case.`,
  de: `${de} ({reason}). Entscheiden Sie, wie es weitergeht.`,
  fr: `${fr} ({reason}). Décidez de la suite du dossier.`,
});

/** Why a debtor is treated as it is, and what happened to its file. */
export const debtorTexts: MessageTexts = {
  'task.flag-vulnerable': flagTask('Kwetsbare debiteur', 'Vulnerable debtor', [
    'Schutzbedürftiger Schuldner',
    'Débiteur vulnérable',
  ]),
  'task.flag-debt-counselling': flagTask(
    'De debiteur krijgt schuldhulp: neem contact op met de schuldhulpverlener',
    'The debtor has debt counselling: contact the counsellor',
    [
      'Schuldnerberatung: Nehmen Sie Kontakt mit der Beratungsstelle auf',
      'Médiation de dettes : contactez le médiateur',
    ],
  ),
  'task.flag-moratorium': flagTask('Moratorium: alles ligt stil', 'Moratorium: everything rests', [
    'Moratorium: alles ruht',
    'Moratoire : tout est suspendu',
  ]),
  'task.flag-deceased': flagTask(
    'De debiteur is overleden: zoek uit wie de erfgenamen zijn',
    'The debtor has died: find out who the heirs are',
    [
      'Der Schuldner ist verstorben: Ermitteln Sie die Erben',
      'Le débiteur est décédé : cherchez les héritiers',
    ],
  ),
  'task.flag-bankrupt': flagTask(
    'De debiteur is failliet: dien de vordering in bij de curator',
    'The debtor is bankrupt: file the claim with the trustee',
    [
      'Der Schuldner ist insolvent: Melden Sie die Forderung beim Verwalter an',
      'Le débiteur est en faillite : déclarez la créance au curateur',
    ],
  ),
  'debtors.behaviour-steady': facts,
  'debtors.behaviour-fluctuating': facts,
  'debtors.behaviour-erratic': facts,
  'debtors.behaviour-unknown': {
    nl: 'Betaalgedrag nog onbekend: {paidCount} betaalde facturen, {neededCount} nodig: {flow}',
    en: 'Payment behaviour not known yet: {paidCount} paid invoices, {neededCount} needed: {flow}',
    de: 'Zahlungsverhalten noch unbekannt: {paidCount} bezahlte Rechnungen, {neededCount} nötig: {flow}',
    fr: 'Comportement de paiement encore inconnu : {paidCount} factures payées, {neededCount} requises : {flow}',
  },
};
