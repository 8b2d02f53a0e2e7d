/** What a column may hold. The headers are those of Dutch banks, in their own order of preference. */
export const HEADERS = {
  account: ['iban/bban', 'rekening', 'rekeningnummer', 'account', 'account number', 'iban'],
  bookedOn: [
    'boekdatum',
    'boekingsdatum',
    'datum',
    'transactiedatum',
    'date',
    'booking date',
    'buchungstag',
  ],
  valueOn: ['rentedatum', 'valutadatum', 'interest date', 'value date', 'wertstellung'],
  amount: ['bedrag', 'bedrag (eur)', 'amount', 'amount (eur)', 'betrag'],
  sign: [
    'af bij',
    'af/bij',
    'bij/af',
    'creditdebet',
    'debet/credit',
    'debit/credit',
    'credit/debit',
    'd/c',
  ],
  received: ['bij', 'credit', 'bijgeschreven'],
  paid: ['af', 'debet', 'debit', 'afgeschreven'],
  currency: ['munt', 'valutacode', 'valuta', 'muntsoort', 'currency', 'währung'],
  balanceAfter: ['saldo na mutatie', 'saldo na trn', 'resulting balance', 'saldo', 'balance'],
  name: [
    'naam tegenpartij',
    'naam / omschrijving',
    'name / description',
    'tegenrekeninghouder',
    'naam',
    'name',
    'counterparty name',
  ],
  counterparty: [
    'tegenrekening iban/bban',
    'tegenrekening',
    'tegenrekeningnummer',
    'counterparty',
    'counterparty iban',
  ],
  bic: ['bic tegenpartij', 'counterparty bic'],
  description: [
    'mededelingen',
    'notifications',
    'omschrijving',
    'omschrijving-1',
    'omschrijving-2',
    'omschrijving-3',
    'description',
    'verwendungszweck',
  ],
  reference: ['betalingskenmerk', 'payment reference'],
  endToEndId: ['transactiereferentie', 'end-to-end id', 'end to end id'],
  mandateId: ['machtigingskenmerk', 'machtigingsnummer', 'mandate id'],
  transactionId: ['volgnr', 'transactie-id', 'transaction id', 'referentie'],
  type: ['code', 'betaalwijze', 'type betaling', 'mutatiesoort', 'transaction type', 'type'],
  returnReason: ['reden retour', 'return reason'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Field = keyof typeof HEADERS;
export const FIELDS = Object.keys(HEADERS) as readonly Field[];

export const plainHeader = (header: string) => header.replace(/\s+/g, ' ').trim().toLowerCase();
