import { type CalendarDate, message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Id, newId, type Scope } from '../../../store/index.ts';
import { CreditorNotFoundError, creditors } from '../../creditors/index.ts';
import { findTrustAccount } from '../accounts/find-trust-account.ts';
import { isIban } from '../../payments/index.ts';
import { createPostTransaction } from '../booking/post-transaction.ts';
import { trustMovements } from '../booking/trust-movement.model.ts';
import type { TrustDeps } from '../trust.deps.ts';
import { NothingToRemitError } from '../trust.errors.ts';
import { endToEndIdOf } from './end-to-end-id.ts';
import { readRemittable, type Remittable } from './read-remittable.ts';
import {
  type RemittedPayment,
  type TrustRemittance,
  trustRemittances,
} from './trust-remittance.model.ts';

export type Person = { readonly userId: Id | null; readonly name: string };
type At = { readonly scope: Scope; readonly session: ClientSession };
export type NewRemittance = {
  readonly trustAccountId: Id;
  /** Empty means everybody to whom something can be remitted. */
  readonly creditorIds: readonly Id[];
  readonly executeOn: CalendarDate;
  /** What may be remitted is asked for this day. */
  readonly today: CalendarDate;
  readonly by: Person;
};

/**
 * Makes a remittance and sets its money apart in the same transaction: two at once never promise the
 * same cent. A creditor without a right IBAN stays out,
 * and one whose new account waits for a second person. Throws `NothingToRemitError`.
 */
export function createProposeRemittance(deps: TrustDeps) {
  const { store, clock } = deps;
  const post = createPostTransaction(deps);

  async function propose(scope: Scope, session: ClientSession, asked: NewRemittance) {
    const account = await findTrustAccount(store, scope, { id: asked.trustAccountId, session });
    const at = { scope, session };
    await assertCreditors(store, at, asked.creditorIds);
    const all = await readRemittable(store, at, { account, on: asked.today });
    const chosen = all.filter((one) => isWanted(one, asked.creditorIds));
    if (chosen.length === 0) throw new NothingToRemitError();
    const table = store.table(trustRemittances).in(scope);
    const [last] = await table.find(
      { trustAccountId: account._id },
      { session, sort: { number: -1 }, limit: 1 },
    );
    const _id = newId();
    const payments = chosen.map((one, index) => paymentOf(one, endToEndIdOf(_id, index)));
    const number = (last?.number ?? 0) + 1;
    for (const { creditorId, creditorName, amountCents, endToEndId } of payments) {
      await post(scope, session, {
        account,
        key: `reserved:${endToEndId}`,
        kind: 'reserved',
        bookedOn: asked.today,
        by: asked.by.name,
        because: message('trust.remitted', { number, creditor: creditorName }),
        trustRemittanceId: _id,
        own: {},
        shares: [{ creditorId, heldCents: -amountCents, onItsWayCents: amountCents }],
      });
    }
    await store
      .table(trustMovements)
      .in(scope)
      .updateMany(
        {
          agencyId: account.agencyId,
          _id: { $in: chosen.flatMap((one) => one.movements.map(({ _id: id }) => id)) },
        },
        { $set: { trustRemittanceId: _id } },
        { session },
      );
    return table.insert(
      {
        _id,
        agencyId: account.agencyId,
        trustAccountId: account._id,
        number,
        state: 'proposed',
        executeOn: asked.executeOn,
        totalCents: payments.reduce((sum, one) => sum + one.amountCents, 0),
        proposed: { ...asked.by, at: clock.now() },
        payments: payments as never,
      },
      { session },
    );
  }

  return (scope: Scope, asked: NewRemittance): Promise<TrustRemittance> =>
    store.transaction((session) => propose(scope, session, asked));
}

/** One that is not ours is a 404, not somebody without money. */
async function assertCreditors(
  store: TrustDeps['store'],
  { scope, session }: At,
  ids: readonly Id[],
): Promise<void> {
  for (const id of ids) {
    const found = await store.table(creditors).in(scope).byId(id, { session });
    if (!found) throw new CreditorNotFoundError(id.toHexString());
  }
}

function isWanted(one: Remittable, ids: readonly Id[]): boolean {
  const { creditorId, amountCents, iban, isHeld } = one;
  const isNamed = ids.length === 0 || ids.some((id) => id.equals(creditorId));
  return isNamed && !isHeld && amountCents > 0 && iban !== null && isIban(iban);
}

const paymentOf = (one: Remittable, endToEndId: string): RemittedPayment =>
  ({
    creditorId: one.creditorId,
    creditorName: one.creditorName,
    iban: one.iban ?? '',
    accountName: one.accountName,
    amountCents: one.amountCents,
    endToEndId,
    state: 'open',
    parts: one.movements.map((movement) => ({
      movementId: movement._id,
      invoiceId: movement.invoiceId ?? null,
      paymentId: movement.paymentId ?? null,
      invoiceNumber: movement.invoiceNumber ?? null,
      debtorName: movement.debtorName ?? null,
      bookedOn: movement.valueOn,
      grossCents: movement.grossCents,
      feeCents: movement.feeCents,
      amountCents: movement.amountCents,
    })),
  }) as unknown as RemittedPayment;
