import type { ClientSession } from 'mongoose';
import type { Id, Scope, Store } from '../../../store/index.ts';
import { administrations } from '../../administrations/index.ts';
import { creditors } from '../../creditors/index.ts';
import { plainIban } from '../../payments/index.ts';
import { type TrustTerms, trustTerms } from '../accounts/trust-terms.model.ts';
import { trustRemittances } from './trust-remittance.model.ts';

type In = { readonly scope: Scope; readonly session?: ClientSession | undefined };

/** To whom money goes, and whether it may. */
export type Payee = {
  readonly creditorId: Id;
  readonly creditorName: string;
  readonly iban: string | null;
  readonly accountName: string;
  /** Another account than money went to before, for which two people did not vouch yet. */
  readonly isHeld: boolean;
  /** Who vouched for it so far. */
  readonly vouchedBy: readonly { readonly userId: Id; readonly name: string }[];
};

const NEEDED = 2;

/**
 * Where the money goes: as agreed, else to the account of the only administration. Wherever it was changed:
 * money goes to another account than before only once two people have vouched for that account.
 */
export async function payeeOf(
  store: Store,
  { scope, session }: In,
  creditorId: Id,
): Promise<Payee> {
  const at = { scope, session };
  const creditor = await store.table(creditors).in(scope).byId(creditorId, { session });
  const terms = await store.table(trustTerms).in(scope).findOne({ creditorId }, { session });
  const books = await store.table(administrations).in(scope).find({ creditorId }, { session });
  const only = books.length === 1 ? books[0] : undefined;
  const creditorName = creditor?.name ?? '';
  const account = accountAt(terms, only, creditorName);
  const before = await lastIban(store, at, creditorId);
  return { creditorId, creditorName, ...account, ...standingOf(account.iban, before, terms) };
}

function standingOf(
  iban: string | null,
  before: string | null,
  terms: TrustTerms | null,
): Pick<Payee, 'isHeld' | 'vouchedBy'> {
  const isOther = iban !== null && before !== null && before !== iban;
  if (!isOther) return { isHeld: false, vouchedBy: [] };
  const vouchedBy = terms?.vouched?.iban === iban ? terms.vouched.by : [];
  return { isHeld: vouchedBy.length < NEEDED, vouchedBy };
}

/** Where money went last, or is on its way to; null when none ever did. */
async function lastIban(store: Store, { scope, session }: In, creditorId: Id) {
  const [last] = await store
    .table(trustRemittances)
    .in(scope)
    .find(
      {
        state: { $in: ['approved', 'done'] },
        payments: { $elemMatch: { creditorId, state: { $ne: 'cancelled' } } },
      } as never,
      { session, sort: { 'approved.at': -1 } as never, limit: 1 },
    );
  const its = last?.payments.find((one) => creditorId.equals(one.creditorId as Id));
  return its ? plainIban(its.iban) : null;
}

type Account = {
  readonly iban?: string | null | undefined;
  readonly accountName?: string | null | undefined;
};
function accountAt(agreed: Account | null, own: Account | undefined, name: string) {
  const iban = agreed?.iban ?? own?.iban;
  const accountName = agreed?.accountName ?? own?.accountName ?? name;
  return { iban: iban ? plainIban(iban) : null, accountName: accountName.slice(0, 70) };
}
