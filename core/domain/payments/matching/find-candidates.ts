import { type Cents, cents, type MatchCandidate } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope, Store } from '../../../store/index.ts';
import { debtors } from '../../debtors/index.ts';
import { invoices, normaliseReference } from '../../invoices/index.ts';

/** A candidate whose open amount goes down while the lines of a batch are gone through. */
export type LiveCandidate = Omit<MatchCandidate, 'openCents'> & {
  openCents: Cents;
  readonly currency: string;
};
export type Candidates = {
  byKey(keyword: string): readonly LiveCandidate[];
  byAccount(account: string): readonly LiveCandidate[];
  byId(invoiceId: string): LiveCandidate | undefined;
};
type Asked = {
  readonly administrationId: Id;
  readonly keywords: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>;
};

const INVOICE_FIELDS = [
  'debtorId',
  'number',
  'paymentReference',
  'matchKeys',
  'openCents',
  'currency',
] as const;
const DEBTOR_FIELDS = ['name', 'number', 'ibans'] as const;

/** Reads in three queries what a whole batch of lines may pay: by number or reference, or by account. */
export async function findCandidates(
  store: Store,
  at: { readonly scope: Scope; readonly session: ClientSession },
  asked: Asked,
): Promise<Candidates> {
  const { session } = at;
  const { administrationId } = asked;
  const debtorTable = store.table(debtors).in(at.scope);
  const paying = await debtorTable.find(
    { administrationId, ibans: { $in: [...asked.accounts] } },
    { session, fields: DEBTOR_FIELDS },
  );
  const payingIds = paying.map((debtor) => debtor._id);
  const open = { administrationId, openCents: { $gt: 0 } };
  const invoiceTable = store.table(invoices).in(at.scope);
  const named = await invoiceTable.find(
    { ...open, matchKeys: { $in: [...asked.keywords] } },
    { session, fields: INVOICE_FIELDS },
  );
  const theirs =
    payingIds.length === 0
      ? []
      : await invoiceTable.find(
          { ...open, debtorId: { $in: payingIds } },
          { session, fields: INVOICE_FIELDS },
        );
  const found = [
    ...new Map([...named, ...theirs].map((one) => [one._id.toHexString(), one])).values(),
  ];
  const others = await debtorTable.find(
    { _id: { $in: found.map((invoice) => invoice.debtorId) } },
    { session, fields: DEBTOR_FIELDS },
  );
  return indexCandidates(found, others);
}

type FoundInvoice = {
  readonly _id: Id;
  readonly debtorId: Id;
  readonly number: string;
  readonly paymentReference?: string | null | undefined;
  readonly matchKeys: readonly string[];
  readonly openCents: number;
  readonly currency: string;
};
type FoundDebtor = {
  readonly _id: Id;
  readonly name: string;
  readonly number: string;
  readonly ibans: readonly string[];
};

function indexCandidates(
  found: readonly FoundInvoice[],
  owners: readonly FoundDebtor[],
): Candidates {
  const ownerOf = new Map(owners.map((debtor) => [debtor._id.toHexString(), debtor]));
  const byId = new Map<string, LiveCandidate>();
  const byKey = new Map<string, LiveCandidate[]>();
  const byAccount = new Map<string, LiveCandidate[]>();
  const add = (map: Map<string, LiveCandidate[]>, key: string, candidate: LiveCandidate) => {
    const list = map.get(key);
    if (list) list.push(candidate);
    else map.set(key, [candidate]);
  };

  for (const invoice of found) {
    const candidate = candidateOf(invoice, ownerOf.get(invoice.debtorId.toHexString()));
    byId.set(candidate.invoiceId, candidate);
    for (const key of invoice.matchKeys) add(byKey, key, candidate);
    for (const account of candidate.debtorAccounts) {
      add(byAccount, normaliseReference(account), candidate);
    }
  }
  return {
    byId: (invoiceId) => byId.get(invoiceId),
    byKey: (keyword) => byKey.get(keyword) ?? [],
    byAccount: (account) => byAccount.get(account) ?? [],
  };
}

const candidateOf = (invoice: FoundInvoice, owner: FoundDebtor | undefined): LiveCandidate => ({
  invoiceId: invoice._id.toHexString(),
  debtorId: invoice.debtorId.toHexString(),
  number: invoice.number,
  paymentReference: invoice.paymentReference ?? null,
  openCents: cents(invoice.openCents),
  debtorName: owner?.name ?? '',
  debtorNumber: owner?.number ?? '',
  debtorAccounts: [...(owner?.ibans ?? [])],
  currency: invoice.currency,
});
