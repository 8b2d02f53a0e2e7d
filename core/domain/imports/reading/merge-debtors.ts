import { type ImportedDebtor, invariant } from '@inning/sdk';
import { type Identity, identitiesOf, identityKey } from './identify-debtor.ts';

export type MergedDebtor = { readonly identity: Identity; readonly debtor: ImportedDebtor };
export type DebtorBook = {
  /** The key under which all mentions of this debtor come together; null when nothing identifies it. */
  keyOf(debtor: ImportedDebtor): string | null;
  /** True when two debtors in these files answer to what this mention says of itself. */
  isUnclear(debtor: ImportedDebtor): boolean;
  get(key: string): MergedDebtor;
  /** Fields in which this mention says something else than the first one did. */
  differences(key: string, debtor: ImportedDebtor): string[];
};

const FIELDS = [
  'number',
  'kind',
  'name',
  'attention',
  'email',
  'phone',
  'mobile',
  'language',
  'invoiceAddress',
  'correspondenceAddress',
  'companyNumber',
  'vatNumber',
  'iban',
  'remarks',
] as const satisfies readonly (keyof ImportedDebtor)[];

/**
 * Brings the mentions of each debtor in all files together: of every field the first value that is
 * there counts. A debtor with a number is also known by its VAT number, company number, or name and
 * postcode, so that a file without numbers finds it; unless two debtors answer to the same.
 */
export function mergeDebtors(mentions: readonly ImportedDebtor[]): DebtorBook {
  const { keyOf, isUnclear } = findAliases(mentions);
  const merged = new Map<string, MergedDebtor>();
  for (const debtor of mentions) {
    const key = keyOf(debtor);
    if (key === null || isUnclear(debtor)) continue;
    const own = identitiesOf(debtor).find((identity) => identityKey(identity) === key);
    const before = merged.get(key);
    const identity = own ?? before?.identity ?? identityOfKey(key);
    const filled = before ? fill(before.debtor, debtor) : debtor;
    merged.set(key, { identity, debtor: filled });
  }
  return {
    keyOf,
    isUnclear,
    get(key) {
      const found = merged.get(key);
      invariant(found, 'a key comes from keyOf');
      return found;
    },
    differences: (key, debtor) => differences(merged.get(key)?.debtor, debtor),
  };
}

const STRENGTH = ['number', 'vatNumber', 'companyNumber', 'nameKey'] as const;

/** Which weaker identity stands for which stronger one; the strongest mentions are heard first. */
function findAliases(mentions: readonly ImportedDebtor[]) {
  const aliases = new Map<string, string>();
  const twofold = new Set<string>();
  const keysOf = (debtor: ImportedDebtor) => identitiesOf(debtor).map(identityKey);
  const keyOf = (debtor: ImportedDebtor): string | null => {
    const keys = keysOf(debtor);
    const known = debtor.number ? undefined : keys.find((key) => aliases.has(key));
    return (known ? aliases.get(known) : keys[0]) ?? null;
  };
  const hear = (debtor: ImportedDebtor, own: string) => {
    for (const key of keysOf(debtor)) {
      const known = aliases.get(key);
      if (known !== undefined && known !== own) twofold.add(key);
      else aliases.set(key, own);
    }
  };
  for (const strength of STRENGTH) {
    for (const debtor of mentions) {
      const isHeardNow = identitiesOf(debtor)[0]?.by === strength;
      if (isHeardNow) hear(debtor, keyOf(debtor) as string);
    }
  }
  const isUnclear = (debtor: ImportedDebtor): boolean => {
    if (debtor.number) return false;
    const known = keysOf(debtor).find((key) => aliases.has(key));
    return known !== undefined && twofold.has(known);
  };
  return { keyOf, isUnclear };
}

/** A mention can be under the key of another one that comes later. */
function identityOfKey(key: string): Identity {
  const [by, ...value] = key.split(' ');
  return { by, value: value.join(' ') } as Identity;
}

function fill(first: ImportedDebtor, next: ImportedDebtor): ImportedDebtor {
  const filled: Record<string, unknown> = { ...first };
  for (const field of FIELDS) filled[field] ??= next[field];
  return filled as ImportedDebtor;
}

function differences(merged: ImportedDebtor | undefined, debtor: ImportedDebtor): string[] {
  if (!merged) return [];
  return FIELDS.filter(
    (field) =>
      field !== 'number' &&
      debtor[field] !== null &&
      JSON.stringify(debtor[field]) !== JSON.stringify(merged[field]),
  );
}
