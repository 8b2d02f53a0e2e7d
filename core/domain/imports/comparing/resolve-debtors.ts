import type { ImportedDebtor, Refusal } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Id, newId, type Scope, type Store } from '../../../store/index.ts';
import type { Administration } from '../../administrations/index.ts';
import { type Debtor, debtors, type NewDebtor } from '../../debtors/index.ts';
import {
  generatedNumber,
  identitiesOf,
  identityKey,
  kindOf,
  plainNumber,
} from '../reading/identify-debtor.ts';
import type { DebtorBook } from '../reading/merge-debtors.ts';
import { addressOf, compareDebtor, type DebtorComparison, saidOfDebtor } from './compare-debtor.ts';

export type ResolvedDebtor =
  | { readonly state: 'known'; readonly stored: Debtor; readonly comparison: DebtorComparison }
  | { readonly state: 'new'; readonly _id: Id; readonly news: NewDebtor }
  | { readonly state: 'unclear'; readonly reason: Refusal };

export type Look = {
  readonly store: Store;
  readonly scope: Scope;
  readonly session?: ClientSession | undefined;
  readonly administrationId: Id;
};

/** What a file leaves open is as in the books it is read for. */
type Books = Pick<Administration, 'language' | 'country'>;

/**
 * Finds the stored debtors behind the keys of a file: by number, else by VAT number, company number, or
 * name and postcode. Whoever is not found is new; whoever could be two debtors is refused.
 */
export async function resolveDebtors(
  look: Look,
  book: DebtorBook,
  asked: { readonly keys: readonly string[]; readonly books: Books },
): Promise<Map<string, ResolvedDebtor>> {
  const found = await findAll(
    look,
    asked.keys.map((key) => book.get(key).debtor),
  );
  const resolved = new Map<string, ResolvedDebtor>();
  for (const key of asked.keys) {
    const { debtor, identity } = book.get(key);
    const number = generatedNumber(identity);
    const matches = found.matching(debtor, number);
    const [stored] = matches;
    if (matches.length > 1)
      resolved.set(key, { state: 'unclear', reason: severalDebtors(matches) });
    else if (stored) {
      const comparison = compareDebtor(stored, saidOfDebtor(debtor, asked.books.country));
      resolved.set(key, { state: 'known', stored, comparison });
    } else {
      const news = newDebtor(debtor, number, asked.books);
      resolved.set(key, { state: 'new', _id: newId(), news });
    }
  }
  return resolved;
}

async function findAll(look: Look, wanted: readonly ImportedDebtor[]) {
  const values = {
    vatNumber: new Set<string>(),
    companyNumber: new Set<string>(),
    nameKey: new Set<string>(),
  };
  const numbers = new Set<string>();
  for (const debtor of wanted) {
    const identities = identitiesOf(debtor);
    const [first] = identities;
    if (first) numbers.add(generatedNumber(first));
    if (debtor.number) continue;
    for (const { by, value } of identities) if (by !== 'number') values[by].add(value);
  }
  const table = look.store.table(debtors).in(look.scope);
  const { administrationId, session } = look;
  const rows = await table.find({ administrationId, number: { $in: [...numbers] } }, { session });
  for (const [field, set] of Object.entries(values)) {
    if (set.size === 0) continue;
    const filter = { administrationId, [field]: { $in: [...set] } };
    rows.push(...(await table.find(filter as never, { session })));
  }
  return indexDebtors(rows);
}

function indexDebtors(rows: readonly Debtor[]) {
  const byIdentity = new Map<string, Map<string, Debtor>>();
  const add = (key: string, row: Debtor) => {
    const same = byIdentity.get(key) ?? new Map<string, Debtor>();
    byIdentity.set(key, same.set(row._id.toHexString(), row));
  };
  for (const row of rows) {
    add(identityKey({ by: 'number', value: row.number }), row);
    if (row.vatNumber) add(identityKey({ by: 'vatNumber', value: row.vatNumber }), row);
    if (row.companyNumber) add(identityKey({ by: 'companyNumber', value: row.companyNumber }), row);
    if (row.nameKey) add(identityKey({ by: 'nameKey', value: row.nameKey }), row);
  }
  const under = (key: string) => [...(byIdentity.get(key)?.values() ?? [])];

  return {
    matching(debtor: ImportedDebtor, number: string): Debtor[] {
      const byNumber = under(identityKey({ by: 'number', value: number }));
      if (byNumber.length > 0 || debtor.number) return byNumber;
      for (const identity of identitiesOf(debtor)) {
        const same = under(identityKey(identity));
        if (same.length > 0) return same;
      }
      return [];
    },
  };
}

function severalDebtors(matches: readonly Debtor[]): Refusal {
  const numbers = matches.map((one) => one.number).join(', ');
  return {
    code: 'DEBTOR_UNCLEAR',
    message: `Several debtors answer to this one (${numbers}). Give the file a debtor number.`,
  };
}

function newDebtor(
  debtor: ImportedDebtor,
  number: string,
  { language, country }: Books,
): NewDebtor {
  return {
    number,
    kind: kindOf(debtor),
    name: debtor.name,
    attention: debtor.attention,
    language: debtor.language ?? language,
    email: debtor.email,
    phone: debtor.phone,
    mobile: debtor.mobile,
    invoiceAddress: addressOf(debtor.invoiceAddress, country),
    correspondenceAddress: addressOf(debtor.correspondenceAddress, country),
    companyNumber: debtor.companyNumber ? plainNumber(debtor.companyNumber) : null,
    vatNumber: debtor.vatNumber ? plainNumber(debtor.vatNumber) : null,
    ibans: debtor.iban ? [plainNumber(debtor.iban)] : [],
    remarks: debtor.remarks,
    imported: saidOfDebtor(debtor, country),
  };
}
