import type { MessageTexts } from '@inning/sdk';

const same = (text: string) => ({ nl: text, en: text, de: text, fr: text });

/** Why an item was refused, and what would change. */
export const importTexts: MessageTexts = {
  'imports.change': same('{name}: {from} → {to}'),
  'imports.changeCents': same('{name}: {fromCents} → {toCents}'),
  'imports.changeOn': same('{name}: {fromOn} → {toOn}'),
  'imports.field-totalCents': { nl: 'bedrag', en: 'amount', de: 'Betrag', fr: 'montant' },
  'imports.field-openCents': {
    nl: 'open bedrag',
    en: 'open amount',
    de: 'offener Betrag',
    fr: 'montant ouvert',
  },
  'imports.field-invoicedOn': {
    nl: 'factuurdatum',
    en: 'invoice date',
    de: 'Rechnungsdatum',
    fr: 'date de facture',
  },
  'imports.field-dueOn': { nl: 'vervaldatum', en: 'due date', de: 'Fälligkeit', fr: 'échéance' },
  'imports.field-description': {
    nl: 'omschrijving',
    en: 'description',
    de: 'Beschreibung',
    fr: 'libellé',
  },
  'imports.field-paymentReference': {
    nl: 'betalingskenmerk',
    en: 'payment reference',
    de: 'Zahlungsreferenz',
    fr: 'référence de paiement',
  },
  'imports.field-documents': { nl: 'document', en: 'document', de: 'Dokument', fr: 'document' },
  'imports.field-name': { nl: 'naam', en: 'name', de: 'Name', fr: 'nom' },
  'imports.field-kind': {
    nl: 'soort debiteur',
    en: 'kind of debtor',
    de: 'Art des Debitors',
    fr: 'type de débiteur',
  },
  'imports.field-attention': {
    nl: 'ter attentie van',
    en: 'attention of',
    de: 'zu Händen',
    fr: "à l'attention de",
  },
  'imports.field-language': { nl: 'taal', en: 'language', de: 'Sprache', fr: 'langue' },
  'imports.field-email': same('e-mail'),
  'imports.field-phone': { nl: 'telefoon', en: 'phone', de: 'Telefon', fr: 'téléphone' },
  'imports.field-mobile': { nl: 'mobiel', en: 'mobile', de: 'Mobil', fr: 'mobile' },
  'imports.field-invoiceAddress': {
    nl: 'factuuradres',
    en: 'invoice address',
    de: 'Rechnungsadresse',
    fr: 'adresse de facturation',
  },
  'imports.field-correspondenceAddress': {
    nl: 'postadres',
    en: 'postal address',
    de: 'Postadresse',
    fr: 'adresse postale',
  },
  'imports.field-companyNumber': {
    nl: 'KvK-nummer',
    en: 'company number',
    de: 'Registernummer',
    fr: "numéro d'entreprise",
  },
  'imports.field-vatNumber': {
    nl: 'btw-nummer',
    en: 'VAT number',
    de: 'USt-IdNr.',
    fr: 'numéro de TVA',
  },
  'imports.field-iban': same('IBAN'),
  'imports.field-remarks': { nl: 'opmerkingen', en: 'remarks', de: 'Bemerkungen', fr: 'remarques' },
  'imports.refused-number-twice': {
    nl: 'Dit nummer staat er {count} keer in: {places}. Welke bedoeld is, is niet te zeggen.',
    en: 'This number is there {count} times: {places}. Which one is meant cannot be told.',
    de: 'Diese Nummer kommt {count}-mal vor: {places}. Welche gemeint ist, ist nicht klar.',
    fr: 'Ce numéro figure {count} fois : {places}. Impossible de savoir lequel est le bon.',
  },
  'imports.refused-debtor-not-identified': {
    nl: 'De debiteur heeft geen nummer, btw-nummer of KvK-nummer, en geen postcode bij de naam.',
    en: 'The debtor has no number, VAT number or company number, and no postcode beside the name.',
    de: 'Der Debitor hat keine Nummer, USt-IdNr. oder Registernummer und keine Postleitzahl zum Namen.',
    fr: 'Le débiteur n’a ni numéro, ni numéro de TVA ou d’entreprise, ni code postal avec le nom.',
  },
  'imports.refused-debtor-unclear': {
    nl: 'Meer dan één debiteur past hierbij. Zet een debiteurnummer in het bestand.',
    en: 'More than one debtor answers to this. Put a debtor number in the file.',
    de: 'Mehr als ein Debitor passt dazu. Geben Sie in der Datei eine Debitornummer an.',
    fr: 'Plusieurs débiteurs correspondent. Indiquez un numéro de débiteur dans le fichier.',
  },
  'imports.refused-debtor-differs': {
    nl: 'Deze factuur is er al, bij een andere debiteur.',
    en: 'This invoice is there already, with another debtor.',
    de: 'Diese Rechnung gibt es schon, bei einem anderen Debitor.',
    fr: 'Cette facture existe déjà, chez un autre débiteur.',
  },
  'imports.refused-credit-note-differs': {
    nl: 'Deze creditnota is er al, met een ander bedrag of een andere debiteur.',
    en: 'This credit note is there already, with another amount or debtor.',
    de: 'Diese Gutschrift gibt es schon, mit anderem Betrag oder Debitor.',
    fr: 'Cette note de crédit existe déjà, avec un autre montant ou débiteur.',
  },
  'imports.refused-currency-differs': {
    nl: 'De munt is {currency}; deze administratie wordt in {expected} gevoerd.',
    en: 'The currency is {currency}; this administration is kept in {expected}.',
    de: 'Die Währung ist {currency}; diese Buchhaltung wird in {expected} geführt.',
    fr: 'La devise est {currency} ; cette comptabilité est tenue en {expected}.',
  },
  'imports.refused-number-invalid': {
    nl: 'Een nummer heeft 1 tot 100 tekens.',
    en: 'A number has 1 to 100 characters.',
    de: 'Eine Nummer hat 1 bis 100 Zeichen.',
    fr: 'Un numéro compte de 1 à 100 caractères.',
  },
  'imports.refused-amount-invalid': {
    nl: 'Het bedrag is niet meer dan nul.',
    en: 'The amount is not more than zero.',
    de: 'Der Betrag ist nicht größer als null.',
    fr: 'Le montant n’est pas supérieur à zéro.',
  },
  'imports.refused-open-amount-invalid': {
    nl: 'Het open bedrag is minder dan nul of meer dan het bedrag van de factuur.',
    en: 'The open amount is less than zero or more than the invoice amounts to.',
    de: 'Der offene Betrag ist kleiner als null oder größer als der Rechnungsbetrag.',
    fr: 'Le montant ouvert est négatif ou dépasse le montant de la facture.',
  },
};
