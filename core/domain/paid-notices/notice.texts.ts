import type { Localized } from '@inning/sdk';

/** What colleagues read when something was paid. */
export const NOTICE_TEXTS = {
  subjectOne: {
    nl: 'Betaald: factuur {number} van {debtor}',
    en: 'Paid: invoice {number} of {debtor}',
    de: 'Bezahlt: Rechnung {number} von {debtor}',
    fr: 'Payé : facture {number} de {debtor}',
  },
  subjectMany: {
    nl: 'Betaald: {count} facturen bij {administration}',
    en: 'Paid: {count} invoices at {administration}',
    de: 'Bezahlt: {count} Rechnungen bei {administration}',
    fr: 'Payé : {count} factures chez {administration}',
  },
  hello: { nl: 'Hallo {name},', en: 'Hello {name},', de: 'Hallo {name},', fr: 'Bonjour {name},' },
  lead: {
    nl: 'Bij {administration} is dit betaald. Herinneringen hiervoor zijn gestopt.',
    en: 'At {administration} this was paid. Reminders for it have stopped.',
    de: 'Bei {administration} wurde dies bezahlt. Mahnungen dafür sind gestoppt.',
    fr: 'Chez {administration}, ceci a été payé. Les rappels correspondants sont arrêtés.',
  },
  line: {
    nl: 'Factuur {number} van {debtor}, {amount}, betaald op {day}',
    en: 'Invoice {number} of {debtor}, {amount}, paid on {day}',
    de: 'Rechnung {number} von {debtor}, {amount}, bezahlt am {day}',
    fr: 'Facture {number} de {debtor}, {amount}, payée le {day}',
  },
  why: {
    nl: 'U krijgt deze mail omdat u dat bij uw berichten hebt gekozen. Daar zet u hem ook uit.',
    en: 'You get this mail because you chose so under your messages. You can turn it off there.',
    de: 'Sie erhalten diese E-Mail, weil Sie das bei Ihren Nachrichten gewählt haben. Dort schalten Sie sie auch aus.',
    fr: 'Vous recevez ce courriel parce que vous l’avez choisi dans vos messages. Vous pouvez l’y désactiver.',
  },
} as const satisfies Readonly<Record<string, Localized>>;
export type NoticeText = keyof typeof NOTICE_TEXTS;
