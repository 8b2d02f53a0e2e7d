import type { Four } from './four-languages.ts';

/** What speaks against a booking, by the code of its signal. In the order nl, en, de, fr. */
export const REASONS_AGAINST: Readonly<Record<string, Four>> = {
  'amount-other': [
    'Een andere factuur kost precies dit bedrag',
    'Another invoice costs exactly this',
    'Eine andere Rechnung hat genau diesen Betrag',
    'Une autre facture a exactement ce montant',
  ],
  'credit-unread': [
    'De betaler verrekent een creditnota die niet is gevonden',
    'The payer sets off a credit note that was not found',
    'Eine verrechnete Gutschrift wurde nicht gefunden',
    'Un avoir déduit n’a pas été trouvé',
  ],
  'difference-shared': [
    'Het bedrag klopt niet, en van wie het verschil is staat er niet bij',
    'The amount differs, and nothing says whose difference it is',
    'Der Betrag weicht ab, und niemand sagt, bei wem',
    'Le montant diffère, sans dire pour qui',
  ],
  'equal-booked': [
    'Een even hoge factuur is kort geleden zo geboekt',
    'An equal invoice was booked so before',
    'Eine gleich hohe Rechnung wurde schon so gebucht',
    'Une facture égale a déjà été imputée ainsi',
  ],
  'month-other': [
    'De omschrijving noemt een andere maand',
    'The description names another month',
    'Der Text nennt einen anderen Monat',
    'Le libellé cite un autre mois',
  ],
  'number-doubtful': [
    'Het nummer is niet zeker',
    'The number is not certain',
    'Die Nummer ist nicht sicher',
    'Le numéro n’est pas sûr',
  ],
  'number-paid': [
    'Factuur {detail} was al betaald',
    'Invoice {detail} was paid already',
    'Rechnung {detail} war schon bezahlt',
    'La facture {detail} était déjà payée',
  ],
  'number-unknown': [
    'Nummer {detail} is niet bekend',
    'Number {detail} is not known',
    'Nummer {detail} ist unbekannt',
    'Le numéro {detail} est inconnu',
  ],
  'number-unread': [
    'Nummer {detail} kon niet worden thuisgebracht',
    'Number {detail} could not be placed',
    'Nummer {detail} konnte nicht zugeordnet werden',
    'Le numéro {detail} n’a pas pu être identifié',
  ],
  'other-number': [
    'De omschrijving noemt ook {detail}',
    'The description names {detail} too',
    'Der Text nennt auch {detail}',
    'Le libellé cite aussi {detail}',
  ],
  'paid-before': [
    'Het lijkt een dubbele betaling',
    'It looks like a double payment',
    'Es sieht nach einer Doppelzahlung aus',
    'Cela ressemble à un double paiement',
  ],
  'payer-namesake': [
    'Naamgenoot: de rekening {detail} is van een ander',
    'A namesake: account {detail} is somebody else’s',
    'Namensvetter: Konto {detail} gehört jemand anderem',
    'Homonyme : le compte {detail} est à un autre',
  ],
  'payer-other': [
    'De rekening {detail} is van een ander',
    'Account {detail} is somebody else’s',
    'Konto {detail} gehört jemand anderem',
    'Le compte {detail} est à un autre',
  ],
  'payer-own': [
    'Het is een eigen rekening of naam',
    'It is an own account or name',
    'Es ist ein eigenes Konto oder eigener Name',
    'C’est un compte ou un nom propre',
  ],
  'payer-stranger': [
    '{detail} is niet bekend',
    '{detail} is not known',
    '{detail} ist nicht bekannt',
    '{detail} est inconnu',
  ],
  repeat: [
    'Dezelfde betaling kwam al eerder',
    'The same payment came before',
    'Dieselbe Zahlung kam schon',
    'Le même paiement est déjà venu',
  ],
  'repeat-amount': [
    'Dit bedrag kwam al eerder van deze betaler',
    'This amount came from this payer before',
    'Dieser Betrag kam schon von diesem Zahler',
    'Ce montant est déjà venu de ce payeur',
  ],
  'repeat-waiting': [
    'Dezelfde betaler betaalde dit al, en dat moet nog worden beoordeeld',
    'The same payer paid this before, and that is still to be decided',
    'Derselbe Zahler zahlte dies schon; darüber ist noch zu entscheiden',
    'Le même payeur a déjà payé ceci, et il reste à en décider',
  ],
  'returned-before': [
    'Deze incasso was al teruggeboekt',
    'This direct debit was taken back before',
    'Diese Lastschrift wurde schon zurückgebucht',
    'Ce prélèvement avait déjà été repris',
  ],
  'settlement-amount': [
    'De uitbetaling is een ander bedrag',
    'The payout is another amount',
    'Die Auszahlung hat einen anderen Betrag',
    'Le versement a un autre montant',
  ],
  'settlement-unsure': [
    'Niet elke regel van de uitbetaling is duidelijk',
    'Not every line of the payout is clear',
    'Nicht jede Zeile der Auszahlung ist klar',
    'Toutes les lignes du versement ne sont pas claires',
  ],
  'several-sums': [
    'Andere facturen geven samen hetzelfde bedrag',
    'Other invoices give the same amount together',
    'Andere Rechnungen ergeben denselben Betrag',
    'D’autres factures donnent le même montant',
  ],
  'subject-strange': [
    'De omschrijving zegt “{detail}”',
    'The description says “{detail}”',
    'Der Text sagt „{detail}“',
    'Le libellé dit « {detail} »',
  ],
  'subject-unknown': [
    'De omschrijving zegt “{detail}”',
    'The description says “{detail}”',
    'Der Text sagt „{detail}“',
    'Le libellé dit « {detail} »',
  ],
};
