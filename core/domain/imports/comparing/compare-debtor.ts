import type { ImportedDebtor, PostalAddress } from '@inning/sdk';
import type { Address, Debtor, DebtorChange } from '../../debtors/index.ts';
import { plainNumber } from '../reading/identify-debtor.ts';

export type Change = { readonly field: string; readonly from: unknown; readonly to: unknown };
/** What a file says of a debtor, in our own forms; what it does not say is not in it. */
export type SaidOfDebtor = Readonly<Record<string, unknown>>;
export type DebtorComparison = {
  readonly changes: readonly Change[];
  readonly update: DebtorChange;
  /** Null when the file says nothing new. */
  readonly imported: SaidOfDebtor | null;
};

/** An address in it that names no country is in that of the books. */
export function saidOfDebtor(debtor: ImportedDebtor, country: string): SaidOfDebtor {
  const said: Record<string, unknown> = {
    name: debtor.name,
    kind: debtor.kind,
    attention: debtor.attention,
    language: debtor.language,
    email: debtor.email,
    phone: debtor.phone,
    mobile: debtor.mobile,
    invoiceAddress: addressOf(debtor.invoiceAddress, country),
    correspondenceAddress: addressOf(debtor.correspondenceAddress, country),
    companyNumber: debtor.companyNumber ? plainNumber(debtor.companyNumber) : null,
    vatNumber: debtor.vatNumber ? plainNumber(debtor.vatNumber) : null,
    iban: debtor.iban ? plainNumber(debtor.iban) : null,
    remarks: debtor.remarks,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

export const addressOf = (address: PostalAddress | null, country: string): Address | null =>
  address
    ? {
        street: address.street,
        houseNumber: address.houseNumber,
        postcode: address.postcode,
        city: address.city,
        country: address.country ?? country,
      }
    : null;

/**
 * What a file changes of a debtor. A field counts when the file says something else than it did last
 * time: what a person corrected here stays when the same file comes again. An account is only added.
 */
export function compareDebtor(stored: Debtor, said: SaidOfDebtor): DebtorComparison {
  const last = (stored.imported ?? {}) as SaidOfDebtor;
  const changes: Change[] = [];
  const update: Record<string, unknown> = {};
  for (const [field, to] of Object.entries(said)) {
    if (field in last && isSame(last[field], to)) continue;
    if (field === 'iban') {
      if (stored.ibans.includes(to as string)) continue;
      changes.push({ field: 'debtor.iban', from: null, to });
      update['ibans'] = [...stored.ibans, to];
      continue;
    }
    const from = (stored as Readonly<Record<string, unknown>>)[field] ?? null;
    if (isSame(from, to)) continue;
    changes.push({ field: `debtor.${field}`, from, to });
    update[field] = to;
  }
  const isNews = Object.entries(said).some(([field, to]) => !isSame(last[field], to));
  return { changes, update, imported: isNews ? { ...last, ...said } : null };
}

/** Addresses are compared by their fields, whatever their order. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a ?? null)) === JSON.stringify(sorted(b ?? null));
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
    : value;
