import type { MessageTexts } from '@inning/sdk';
import { type Locale, localize } from '@inning/sdk';
import type { TrustMovement } from '../booking/trust-movement.model.ts';

const WORDS: MessageTexts = {
  number: { nl: 'Nummer', en: 'Number', de: 'Nummer', fr: 'Numéro' },
  bookedOn: { nl: 'Geboekt op', en: 'Booked on', de: 'Gebucht am', fr: 'Enregistré le' },
  valueOn: { nl: 'Datum bank', en: 'Bank day', de: 'Banktag', fr: 'Jour banque' },
  kind: { nl: 'Soort', en: 'Kind', de: 'Art', fr: 'Type' },
  invoice: { nl: 'Factuur', en: 'Invoice', de: 'Rechnung', fr: 'Facture' },
  debtor: { nl: 'Debiteur', en: 'Debtor', de: 'Schuldner', fr: 'Débiteur' },
  gross: { nl: 'Bedrag', en: 'Amount', de: 'Betrag', fr: 'Montant' },
  fee: { nl: 'Ingehouden', en: 'Kept', de: 'Einbehalten', fr: 'Retenu' },
  balance: { nl: 'Saldo', en: 'Balance', de: 'Saldo', fr: 'Solde' },
  allocated: { nl: 'ontvangen', en: 'received', de: 'erhalten', fr: 'reçu' },
  reversed: { nl: 'teruggehaald', en: 'taken back', de: 'zurückgeholt', fr: 'repris' },
  remitted: { nl: 'afgedragen', en: 'remitted', de: 'ausgezahlt', fr: 'reversé' },
  returned: { nl: 'teruggekomen', en: 'came back', de: 'zurückgekommen', fr: 'revenu' },
};
const COLUMNS = [
  'number',
  'bookedOn',
  'valueOn',
  'kind',
  'invoice',
  'debtor',
  'gross',
  'fee',
  'balance',
] as const;

/** As spreadsheets here open it: semicolons, decimal commas, a byte order mark. */
export function writeStatementCsv(movements: readonly TrustMovement[], locale: Locale): string {
  const word = (key: string) => (WORDS[key] ? localize(WORDS[key], locale) : key);
  const rows = movements.map((one) => [
    String(one.number),
    one.bookedOn,
    one.valueOn,
    word(one.kind),
    cell(one.invoiceNumber),
    cell(one.debtorName),
    decimal(one.grossCents),
    decimal(one.feeCents),
    decimal(one.balanceAfterCents),
  ]);
  const lines = [COLUMNS.map(word), ...rows].map((row) => row.join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Text stays text: what a spreadsheet would take for a formula gets a mark in front. */
function cell(text: string | null | undefined): string {
  const plain = (text ?? '').replace(/[\r\n\t]+/g, ' ');
  const safe = /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
  return /[";]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
