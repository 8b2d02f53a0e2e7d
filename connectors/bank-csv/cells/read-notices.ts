import { type Direction, NO_TEXT, type PaymentText, readSlashCodes } from '@inning/sdk/bank';

const LABELS =
  /(?:^|\s)(Naam|Name|Omschrijving|Description|IBAN|Kenmerk|Reference|Machtiging ID|Mandate ID|Incassant ID|Creditor ID|Valutadatum|Value date|Datum\/Tijd|Date\/time|Doorlopende incasso|Recurrent SEPA direct debit): ?/;
const STARTS_WITH_LABEL = /^(Naam|Name): /;

/** What a bank says of a payment within its text; a text without such labels stays whole. */
export function readNotices(text: string, direction: Direction): PaymentText {
  return readSlashCodes([text], direction) ?? readLabels(text) ?? { ...NO_TEXT, description: text };
}

/** ING: `Naam: … Omschrijving: … IBAN: … Kenmerk: …`. Null for another text. */
function readLabels(text: string): PaymentText | null {
  if (!STARTS_WITH_LABEL.test(text)) return null;
  const pieces = text.split(LABELS);
  const values = new Map<string, string>();
  // The first of each counts: what comes later may be what the payer typed.
  for (let at = 1; at < pieces.length; at += 2) {
    const label = pieces[at] ?? '';
    if (!values.has(label)) values.set(label, (pieces[at + 1] ?? '').trim());
  }
  const value = (...labels: string[]) =>
    labels.map((label) => values.get(label)).find((one) => one !== undefined && one !== '') ?? null;
  return {
    ...NO_TEXT,
    name: value('Naam', 'Name'),
    account: value('IBAN')?.replace(/\s/g, '') ?? null,
    description: value('Omschrijving', 'Description') ?? '',
    endToEndId: value('Kenmerk', 'Reference'),
    mandateId: value('Machtiging ID', 'Mandate ID'),
  };
}
