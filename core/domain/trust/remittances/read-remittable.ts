import type { CalendarDate } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Scope } from '../../../store/index.ts';
import type { TrustAccount } from '../accounts/trust-account.model.ts';
import { type TrustMovement, trustMovements } from '../booking/trust-movement.model.ts';
import type { TrustDeps } from '../trust.deps.ts';
import { type Payee, payeeOf } from './payee.ts';

/** What could go to one creditor on a day, and why not more. */
export type Remittable = Payee & {
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
