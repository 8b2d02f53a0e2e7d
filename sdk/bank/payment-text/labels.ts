import {
  accountOf,
  bicOf,
  type PaymentText,
  meaningful,
  NO_TEXT,
  orNull,
  tidy,
} from './payment-text.ts';
import { joinColumns, joinLines } from './join-lines.ts';

const LABELS =
  /(?:^|\s)(IBAN|BIC|NAAM|OMSCHRIJVING|KENMERK|BETALINGSKENM\.|MACHTIGING|INCASSANT|ID DEBITEUR): ?/i;

/** Words before values, as ABN AMRO and Knab write them. Null for another form. */
export function readLabels(lines: readonly string[]): PaymentText | null {
  return readAbnLabels(joinColumns(lines)) ?? readKnabLabels(joinLines(lines));
}

/** ABN AMRO: `SEPA OVERBOEKING   IBAN: …   NAAM: …   OMSCHRIJVING: …`, in columns. */
function readAbnLabels(text: string): PaymentText | null {
  if (!text.startsWith('SEPA ')) return null;
  const pieces = text.split(LABELS);
  if (pieces.length < 3) return null;
  const values = new Map<string, string>();
  for (let at = 1; at < pieces.length; at += 2) {
    const label = (pieces[at] ?? '').toUpperCase();
    // The first of each counts: what comes later may be what the payer typed.
    if (!values.has(label)) values.set(label, tidy(pieces[at + 1] ?? ''));
  }
  const reference = values.get('BETALINGSKENM.')?.replace(/\s/g, '');
  return {
    ...NO_TEXT,
    name: orNull(values.get('NAAM')),
    account: accountOf(values.get('IBAN')),
    bic: bicOf(values.get('BIC')),
    description: values.get('OMSCHRIJVING') ?? '',
    structuredReference: reference || null,
    endToEndId: meaningful(values.get('KENMERK')),
    mandateId: meaningful(values.get('MACHTIGING')),
    isReturn: /^SEPA [\w ]*(TERUGBOEKING|STORNO|RETOUR)/i.test(text),
  };
}

/** Knab: `… REK: account/NAAM: name`; the last ones, since the text before them is the payer's. */
function readKnabLabels(text: string): PaymentText | null {
  const at = text.lastIndexOf('NAAM: ');
  if (at === -1 || !/^$|[\s/]$/.test(text.slice(0, at))) return null;
  const account = /(?:^|\s)REK: ?([A-Z0-9]+)\/$/.exec(text.slice(0, at));
  return {
    ...NO_TEXT,
    name: orNull(text.slice(at + 'NAAM: '.length)),
    account: accountOf(account?.[1]),
    description: tidy(text.slice(0, account?.index ?? at)),
  };
}
