import type { Localized } from '@inning/sdk';

const four = (nl: string, en: string, [de, fr]: readonly [string, string]) => ({ nl, en, de, fr });

/** What people read who want to know whether an amount is right: short, calm, no jargon. */
export const CALCULATOR_TEXTS = {
  title: four('Incassokosten en rente narekenen', 'Check collection costs and interest', [
    'Inkassokosten und Zinsen nachrechnen',
    'Vérifier les frais et les intérêts',
  ]),
  intro: four(
    'Vul in wat er op de factuur staat. U ziet wat iemand volgens de wet hooguit mag vragen. We bewaren niets.',
    'Fill in what the invoice says. You see the most that may be asked by law. Nothing is kept.',
    [
      'Tragen Sie ein, was auf der Rechnung steht. Sie sehen, was höchstens verlangt werden darf. Wir speichern nichts.',
      'Indiquez ce qui figure sur la facture. Vous voyez le maximum permis par la loi. Rien n’est conservé.',
    ],
  ),
  amount: four('Bedrag van de factuur', 'Amount of the invoice', [
    'Betrag der Rechnung',
    'Montant de la facture',
  ]),
  amountHint: four('Bijvoorbeeld 250,00', 'For example 250.00', [
    'Zum Beispiel 250,00',
    'Par exemple 250,00',
  ]),
  dueOn: four('Uiterste betaaldatum', 'Pay before or on', [
    'Zahlbar bis',
    'À payer au plus tard le',
  ]),
  until: four('Rekenen tot en met', 'Count up to and with', ['Rechnen bis', 'Calculer jusqu’au']),
  kind: four('Wie moet betalen?', 'Who has to pay?', ['Wer muss zahlen?', 'Qui doit payer ?']),
  consumer: four('Een particulier', 'A private person', ['Eine Privatperson', 'Un particulier']),
  'sole-trader': four(
    'Een zzp’er of eenmanszaak, voor de zaak',
    'A sole trader, for the business',
    ['Ein Einzelunternehmer, für das Geschäft', 'Un indépendant, pour son activité'],
  ),
  business: four('Een bedrijf of organisatie', 'A company or organisation', [
    'Ein Unternehmen oder eine Organisation',
    'Une entreprise ou organisation',
  ]),
  letter: four(
    'Kwam er een brief met 14 dagen om zonder kosten te betalen?',
    'Was there a letter with 14 days to pay without costs?',
    [
      'Gab es einen Brief mit 14 Tagen, um ohne Kosten zu zahlen?',
      'Une lettre a-t-elle laissé 14 jours pour payer sans frais ?',
    ],
  ),
  yes: four('Ja', 'Yes', ['Ja', 'Oui']),
  no: four('Nee', 'No', ['Nein', 'Non']),
  vat: four('Kan de schuldeiser btw verrekenen?', 'Can the creditor deduct VAT?', [
    'Kann der Gläubiger die Umsatzsteuer abziehen?',
    'Le créancier peut-il déduire la TVA ?',
  ]),
  vatHint: four(
    'De meeste bedrijven wel. Ziekenhuizen, verzekeraars en verhuurders van woningen vaak niet.',
    'Most companies can. Hospitals, insurers and landlords of homes often cannot.',
    [
      'Die meisten Unternehmen schon; Krankenhäuser, Versicherer und Vermieter oft nicht.',
      'La plupart des entreprises oui ; hôpitaux, assureurs et bailleurs souvent non.',
    ],
  ),
  payments: four('Al iets betaald?', 'Paid something already?', [
    'Schon etwas gezahlt?',
    'Déjà payé quelque chose ?',
  ]),
  paidOn: four('Betaald op', 'Paid on', ['Gezahlt am', 'Payé le']),
  paid: four('Bedrag', 'Amount', ['Betrag', 'Montant']),
  calculate: four('Berekenen', 'Calculate', ['Berechnen', 'Calculer']),
  answer: four('Hooguit te betalen', 'To pay at most', ['Höchstens zu zahlen', 'À payer au plus']),
  principal: four('Openstaand bedrag', 'Open amount', ['Offener Betrag', 'Montant ouvert']),
  interest: four('Rente', 'Interest', ['Zinsen', 'Intérêts']),
  costs: four('Incassokosten', 'Collection costs', ['Inkassokosten', 'Frais de recouvrement']),
  from: four('Van', 'From', ['Von', 'Du']),
  to: four('Tot', 'To', ['Bis', 'Au']),
  days: four('Dagen', 'Days', ['Tage', 'Jours']),
  percent: four('Rente per jaar', 'Rate a year', ['Zinssatz im Jahr', 'Taux annuel']),
  over: four('Over', 'On', ['Auf', 'Sur']),
  ground: four('Waar dit staat', 'Where this is written', ['Wo das steht', 'Où c’est écrit']),
  warnings: four('Let op', 'Please note', ['Bitte beachten', 'Attention']),
  noInterest: four('Er is nog geen rente.', 'There is no interest yet.', [
    'Noch keine Zinsen.',
    'Pas encore d’intérêts.',
  ]),
  excess: four('Te veel betaald', 'Paid too much', ['Zu viel gezahlt', 'Trop payé']),
  help: four(
    'Klopt het bedrag op uw brief niet, of lukt betalen niet? Laat het weten aan wie de brief stuurde. Hulp bij schulden is gratis bij uw gemeente.',
    'Is the amount in your letter wrong, or can you not pay? Tell who sent the letter. Help with debts is free at your municipality.',
    [
      'Stimmt der Betrag nicht oder können Sie nicht zahlen? Melden Sie sich beim Absender. Hilfe bei Schulden ist bei der Gemeinde kostenlos.',
      'Le montant est faux ou vous ne pouvez pas payer ? Dites-le à l’expéditeur. L’aide de votre commune est gratuite.',
    ],
  ),
  wrong: four('Nog even dit', 'Just this', ['Noch dies', 'Encore ceci']),
  amountMissing: four('Vul een bedrag in.', 'Fill in an amount.', [
    'Geben Sie einen Betrag ein.',
    'Indiquez un montant.',
  ]),
  amountInvalid: four(
    'Vul een bedrag in zoals 250 of 250,00.',
    'Fill in an amount such as 250 or 250.00.',
    ['Geben Sie einen Betrag wie 250 oder 250,00 ein.', 'Indiquez un montant comme 250 ou 250,00.'],
  ),
  dayMissing: four('Kies een datum.', 'Choose a date.', [
    'Wählen Sie ein Datum.',
    'Choisissez une date.',
  ]),
  dayInvalid: four('Deze datum bestaat niet.', 'There is no such date.', [
    'Dieses Datum gibt es nicht.',
    'Cette date n’existe pas.',
  ]),
  dayBefore: four(
    'Deze dag ligt voor de uiterste betaaldatum.',
    'This day lies before the last day to pay.',
    ['Dieser Tag liegt vor dem Zahlungsziel.', 'Ce jour précède l’échéance.'],
  ),
  noAnswer: four(
    'Voor deze dagen kennen we geen tarieven.',
    'No rates are known here for these days.',
    ['Für diese Tage sind keine Sätze bekannt.', 'Aucun taux n’est connu pour ces jours.'],
  ),
  language: four('Taal', 'Language', ['Sprache', 'Langue']),
} as const satisfies Readonly<Record<string, Localized>>;

export type CalculatorText = keyof typeof CALCULATOR_TEXTS;
