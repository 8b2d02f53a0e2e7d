export type SlashText = {
  readonly name: string | null;
  readonly account: string | null;
  readonly bic: string | null;
  readonly description: string | null;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  readonly returnReason: string | null;
};

const CODES =
  /\/(TRTP|RTYP|IBAN|BIC|NAME|REMI|EREF|MARF|CSID|SVCL|ORDP|BENM|ADDR|ISDT|PREF|NRTX|RTRN)\//;
/** These stand before the remittance; behind it they may be what the payer typed. */
const PARTY_CODES = ['NAME', 'IBAN', 'BIC', 'MARF', 'RTRN'];
const STARTS_WITH_CODE = new RegExp(`^${CODES.source}`);

/**
 * Dutch banks repeat the whole payment in one line of text, `/TRTP/…/IBAN/…/NAME/…/REMI/…`; for an
 * entry without details it is all there is. Null for any other text.
 */
export function readSlashText(text: string): SlashText | null {
  if (!STARTS_WITH_CODE.test(text)) return null;
  const values = valuesByCode(text);
  const value = (code: string) => values.get(code) ?? null;
  return {
    name: value('NAME'),
    account: value('IBAN')?.replace(/\s/g, '') ?? null,
    bic: value('BIC'),
    description: value('REMI'),
    endToEndId: value('EREF'),
    mandateId: value('MARF'),
    returnReason: value('RTRN'),
  };
}

function valuesByCode(text: string): Map<string, string> {
  const parts = text.split(CODES);
  const values = new Map<string, string>();
  // The first of each counts: what comes later may be what the payer typed.
  for (let at = 1; at < parts.length; at += 2) {
    const code = parts[at] ?? '';
    const value = (parts[at + 1] ?? '').replace(/^\/+|\/+$/g, '').trim();
    const mayStand = !values.has('REMI') || !PARTY_CODES.includes(code);
    if (value !== '' && !values.has(code) && mayStand) values.set(code, value);
  }
  return values;
}
