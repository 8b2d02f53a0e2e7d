import type { MessageTexts } from '@inning/sdk';

// oxlint-disable-next-line max-params -- four languages in the order of a row
const text = (nl: string, en: string, de: string, fr: string) => ({ nl, en, de, fr });

/** What it may know of a claim. */
export const claimAskTexts: MessageTexts = {
  'packages.claim.amounts': text(
    'Leest wat er openstaat: bedragen, kosten en rente',
    'Reads what is owed: amounts, costs and interest',
    'Liest, was offen ist: Beträge, Kosten und Zinsen',
    'Lit ce qui est dû : montants, frais et intérêts',
  ),
  'packages.claim.terms': text(
    'Leest hoeveel facturen er openstaan en hoelang',
    'Reads how many invoices are open and for how long',
    'Liest, wie viele Rechnungen seit wann offen sind',
    'Lit combien de factures sont ouvertes et depuis quand',
  ),
  'packages.claim.promise': text(
    'Leest wanneer de debiteur beloofde te betalen',
    'Reads when the debtor promised to pay',
    'Liest, wann der Schuldner zu zahlen versprach',
    'Lit quand le débiteur a promis de payer',
  ),
  'packages.claim.cost-state': text(
    'Leest of incassokosten zijn aangezegd of opeisbaar zijn',
    'Reads whether collection costs are announced or claimable',
    'Liest, ob Inkassokosten angekündigt oder fällig sind',
    'Lit si les frais de recouvrement sont annoncés ou exigibles',
  ),
  'packages.claim.dispute': text(
    'Leest of er een betwisting loopt',
    'Reads whether something is disputed',
    'Liest, ob etwas bestritten wird',
    'Lit si quelque chose est contesté',
  ),
  'packages.claim.invoices': text(
    'Leest alles van de openstaande facturen',
    'Reads everything of the open invoices',
    'Liest alles der offenen Rechnungen',
    'Lit tout des factures ouvertes',
  ),
  'packages.claim.invoice-amounts': text(
    'Leest de bedragen per factuur',
    'Reads the amounts of each invoice',
    'Liest die Beträge jeder Rechnung',
    'Lit les montants de chaque facture',
  ),
  'packages.claim.invoice-terms': text(
    'Leest de datums per factuur',
    'Reads the dates of each invoice',
    'Liest die Daten jeder Rechnung',
    'Lit les dates de chaque facture',
  ),
  'packages.claim.invoice-numbers': text(
    'Leest de factuurnummers',
    'Reads the numbers of invoices',
    'Liest die Rechnungsnummern',
    'Lit les numéros de facture',
  ),
  'packages.claim.invoice-state': text(
    'Leest per factuur of die betwist is en hoe het met kosten staat',
    'Reads of each invoice whether it is disputed and how its costs stand',
    'Liest je Rechnung, ob sie bestritten ist und wie es um Kosten steht',
    'Lit pour chaque facture si elle est contestée et où en sont les frais',
  ),
  'packages.claim.debtor': text(
    'Leest alles van de debiteur, ook naam, e-mailadres en mobiel nummer',
    'Reads everything of the debtor, including name, e-mail address and mobile number',
    'Liest alles des Schuldners, auch Name, E-Mail-Adresse und Mobilnummer',
    'Lit tout du débiteur, y compris nom, adresse e-mail et numéro de portable',
  ),
  'packages.claim.debtor-name': text(
    'Leest de naam van de debiteur',
    'Reads the name of the debtor',
    'Liest den Namen des Schuldners',
    'Lit le nom du débiteur',
  ),
  'packages.claim.debtor-email': text(
    'Leest het e-mailadres van de debiteur',
    'Reads the e-mail address of the debtor',
    'Liest die E-Mail-Adresse des Schuldners',
    'Lit l’adresse e-mail du débiteur',
  ),
  'packages.claim.debtor-mobile': text(
    'Leest het mobiele nummer van de debiteur',
    'Reads the mobile number of the debtor',
    'Liest die Mobilnummer des Schuldners',
    'Lit le numéro de portable du débiteur',
  ),
  'packages.claim.debtor-numbers': text(
    'Leest het debiteurnummer',
    'Reads the number of the debtor',
    'Liest die Schuldnernummer',
    'Lit le numéro du débiteur',
  ),
  'packages.claim.debtor-kind': text(
    'Leest of de debiteur consument of bedrijf is, en taal en land',
    'Reads whether the debtor is a consumer or a business, and language and country',
    'Liest, ob der Schuldner Verbraucher oder Firma ist, sowie Sprache und Land',
    'Lit si le débiteur est consommateur ou entreprise, sa langue et son pays',
  ),
  'packages.claim.debtor-behaviour': text(
    'Leest hoe de debiteur gewoonlijk betaalt',
    'Reads how the debtor usually pays',
    'Liest, wie der Schuldner gewöhnlich zahlt',
    'Lit comment le débiteur paie d’habitude',
  ),
  'packages.claim.administration': text(
    'Leest de naam van de administratie',
    'Reads the name of the administration',
    'Liest den Namen der Buchhaltung',
    'Lit le nom de la comptabilité',
  ),
  'packages.claim.creditor': text(
    'Leest de naam van de opdrachtgever',
    'Reads the name of the creditor',
    'Liest den Namen des Gläubigers',
    'Lit le nom du créancier',
  ),
  'packages.claim.other': text(
    'Leest het veld {name} van de vordering',
    'Reads the field {name} of the claim',
    'Liest das Feld {name} der Forderung',
    'Lit le champ {name} de la créance',
  ),
};
