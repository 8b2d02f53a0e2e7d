import type { Notices } from './notices.ts';

const CODES = /\/(TRTP|RTYP|RTRN|IBAN|BIC|NAME|REMI|EREF|MARF|CSID|ORDP|BENM|ADDR|PREF|NRTX)\//;
const STARTS_WITH_CODE = new RegExp(`^${CODES.source}`);
/** These stand before the remittance; behind it they may be what the payer typed. */
const BEFORE_REMITTANCE = ['IBAN', 'BIC', 'NAME', 'MARF', 'RTRN'];

/** ABN AMRO writes a payment as `/TRTP/…/IBAN/…/NAME/…/REMI/…`. Null for another text. */
export function readSlashCodes(text: string): Notices | null {
  if (!STARTS_WITH_CODE.test(text)) return null;
  const values = valuesByCode(text);
  const value = (code: string) => values.get(code) ?? null;
  return {
    name: value('NAME'),
    account: value('IBAN')?.replace(/\s/g, '') ?? null,
    bic: value('BIC'),
    description: value('REMI') ?? '',
    endToEndId: value('EREF'),
    mandateId: value('MARF'),
    returnReason: value('RTRN'),
  };
}

function valuesByCode(text: string): Map<string, string> {
  const pieces = text.split(CODES);
  const values = new Map<string, string>();
  for (let at = 1; at < pieces.length; at += 2) {
    const code = pieces[at] ?? '';
    const value = (pieces[at + 1] ?? '').trim();
    const isTyped = values.has('REMI') && BEFORE_REMITTANCE.includes(code);
    if (value !== '' && !values.has(code) && !isTyped) values.set(code, value);
  }
  return values;
}
