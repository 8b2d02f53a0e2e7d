import type { CalendarDate } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope } from '../../../store/index.ts';
import { administrations } from '../../administrations/index.ts';
import { creditors } from '../../creditors/index.ts';
import { plainIban } from '../../payments/index.ts';
import type { TrustAccount } from '../accounts/trust-account.model.ts';
import { trustTerms } from '../accounts/trust-terms.model.ts';
import { type TrustMovement, trustMovements } from '../booking/trust-movement.model.ts';
import type { TrustDeps } from '../trust.deps.ts';

/** What could go to one creditor on a day, and why not more. */
export type Remittable = {
  readonly creditorId: Id;
  readonly creditorName: string;
  readonly iban: string | null;
  readonly accountName: string;
  readonly amountCents: number;
  /** Receipts that the payer can still have taken back. */
  readonly onHoldCents: number;
  readonly movements: readonly TrustMovement[];
};
type In = { readonly scope: Scope; readonly session?: ClientSession | undefined };

/**
 * Per creditor what is in no remittance yet: receipts of which the hold period has passed, less what
 * was taken back. Receipts on hold stay out, so that nothing is promised that may have to go back.
 */
export async function readRemittable(
  store: TrustDeps['store'],
  at: In,
  asked: { readonly account: TrustAccount; readonly on: CalendarDate },
): Promise<Remittable[]> {
  const { account, on } = asked;
  const open = await store
    .table(trustMovements)
    .in(at.scope)
    .find(
      {
        agencyId: account.agencyId,
        trustAccountId: account._id,
        trustRemittanceId: null,
        kind: { $in: ['allocated', 'reversed'] },
      },
      { session: at.session, sort: { number: 1 } },
    );
  const groups = Map.groupBy(open, (one) => one.creditorId.toHexString());
  const found: Remittable[] = [];
  for (const movements of groups.values()) {
    const ready = movements.filter((one) => one.availableOn <= on);
    const onHold = movements.filter((one) => one.availableOn > on);
    const { creditorId } = movements[0] as TrustMovement;
    found.push({
      ...(await payeeOf(store, at, creditorId)),
      amountCents: sumOf(ready),
      onHoldCents: sumOf(onHold),
      movements: ready,
    });
  }
  return found.sort((a, b) => a.creditorName.localeCompare(b.creditorName, 'nl'));
}

const sumOf = (movements: readonly TrustMovement[]) =>
  movements.reduce((sum, one) => sum + one.amountCents, 0);

/** Where the money goes: as agreed, else to the account of the only administration. */
async function payeeOf(store: TrustDeps['store'], { scope, session }: In, creditorId: Id) {
  const creditor = await store.table(creditors).in(scope).byId(creditorId, { session });
  const terms = await store.table(trustTerms).in(scope).findOne({ creditorId }, { session });
  const books = await store.table(administrations).in(scope).find({ creditorId }, { session });
  const only = books.length === 1 ? books[0] : undefined;
  const creditorName = creditor?.name ?? '';
  return { creditorId, creditorName, ...accountAt(terms, only, creditorName) };
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
