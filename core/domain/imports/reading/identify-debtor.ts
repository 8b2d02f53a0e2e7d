import { createHash } from 'node:crypto';
import type { DebtorKind, ImportedDebtor } from '@inning/sdk';
import { nameKey } from '../../debtors/index.ts';

/** How a debtor in a file is known: by one of these, the first that there is. */
export type Identity =
  | { readonly by: 'number'; readonly value: string }
  | { readonly by: 'vatNumber'; readonly value: string }
  | { readonly by: 'companyNumber'; readonly value: string }
  | { readonly by: 'nameKey'; readonly value: string };

export const identityKey = (identity: Identity): string => `${identity.by} ${identity.value}`;

/** Company and VAT numbers without spaces and dots, in capitals. */
export const plainNumber = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Every way to know this debtor, the surest first; none when there is only a name. */
export function identitiesOf(debtor: ImportedDebtor): Identity[] {
  const key = nameKey(debtor);
  return [
    ...(debtor.number ? [{ by: 'number', value: debtor.number } as const] : []),
    ...(debtor.vatNumber
      ? [{ by: 'vatNumber', value: plainNumber(debtor.vatNumber) } as const]
      : []),
    ...(debtor.companyNumber
      ? [{ by: 'companyNumber', value: plainNumber(debtor.companyNumber) } as const]
      : []),
    ...(key ? [{ by: 'nameKey', value: key } as const] : []),
  ];
}

/** The number for a debtor that has none of its own: the same debtor gets the same one every time. */
export function generatedNumber(identity: Identity): string {
  if (identity.by === 'number') return identity.value;
  const hash = createHash('sha256').update(identityKey(identity)).digest('hex');
  return `GEN-${hash.slice(0, 10).toUpperCase()}`;
}

const LEGAL_FORM =
  /(?:^|[\s.,(])(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|c\.?v\.?|gmbh|ag|ug|kg|ohg|s\.?a\.?r\.?l\.?|s\.?a\.?s\.?|ltd\.?|limited|plc|inc\.?|llc|bvba|b\.?v\.?b\.?a\.?|sprl|stichting|vereniging|coöperatie|gemeente|holding|maatschap)(?=$|[\s.,)])/i;

/** Forms of business in which a natural person owes. */
const OWN_BUSINESS =
  /(?:^|[\s.,(])(?:eenmanszaak|zzp(?:['’]?er)?|e\.?k\.?|e\.?u\.?|einzelunternehmen|sole trader|entreprise individuelle)(?=$|[\s.,)])/i;

/**
 * Consumers are the better protected ones, so whoever does not show to be a business is one. A file that
 * knows two kinds calls a sole trader a business; the name may tell.
 */
export function kindOf(debtor: ImportedDebtor): DebtorKind {
  const isOwnBusiness = OWN_BUSINESS.test(debtor.name) && !LEGAL_FORM.test(debtor.name);
  if (debtor.kind === 'business' && isOwnBusiness) return 'sole-trader';
  if (debtor.kind) return debtor.kind;
  if (isOwnBusiness) return 'sole-trader';
  const hasNumber = debtor.companyNumber !== null || debtor.vatNumber !== null;
  return hasNumber || LEGAL_FORM.test(debtor.name) ? 'business' : 'consumer';
}
