import type { Notices } from './notices.ts';
import { readSlashCodes } from './read-slash-codes.ts';

const NOTHING: Notices = {
  name: null,
  account: null,
  bic: null,
  description: '',
  endToEndId: null,
  mandateId: null,
  returnReason: null,
};

const LABELS =
  /(?:^|\s)(Naam|Name|Omschrijving|Description|IBAN|Kenmerk|Reference|Machtiging ID|Mandate ID|Incassant ID|Creditor ID|Valutadatum|Value date|Datum\/Tijd|Date\/time|Doorlopende incasso|Recurrent SEPA direct debit): ?/;
const STARTS_WITH_LABEL = /^(Naam|Name): /;

/** What a bank says of a payment within its text; a text without such labels stays whole. */
export function readNotices(text: string): Notices {
  return readSlashCodes(text) ?? readLabels(text) ?? { ...NOTHING, description: text };
}

/** ING: `Naam: … Omschrijving: … IBAN: … Kenmerk: …`. Null for another text. */
function readLabels(text: string): Notices | null {
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
    ...NOTHING,
    name: value('Naam', 'Name'),
    account: value('IBAN')?.replace(/\s/g, '') ?? null,
    description: value('Omschrijving', 'Description') ?? '',
    endToEndId: value('Kenmerk', 'Reference'),
    mandateId: value('Machtiging ID', 'Mandate ID'),
  };
}
