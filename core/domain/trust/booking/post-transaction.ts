import { type CalendarDate, invariant } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { NewEvent } from '../../../events/index.ts';
import { type Id, newId, type Scope } from '../../../store/index.ts';
import { todayOf } from '../../administrations/index.ts';
import { trustAccounts } from '../accounts/trust-account.model.ts';
import type { TrustDeps } from '../trust.deps.ts';
import { TrustBalanceTooLowError } from '../trust.errors.ts';
import { applyShare, balanceOf, type CreditorBalance, NOTHING_HELD } from './apply-share.ts';
import { type Changed, entriesOf } from './entries-of.ts';
import type { CreditorShare, NewTransaction } from './new-transaction.ts';
import { type TrustBalance, trustBalances } from './trust-balance.model.ts';
import { type TrustMovement, trustMovements } from './trust-movement.model.ts';
import { type TrustTransaction, trustTransactions } from './trust-transaction.model.ts';

type In = { readonly scope: Scope; readonly session: ClientSession };

/**
 * The only way into the books of a trust account, in the caller's transaction: entries that add up to
 * zero, the balances they change, a line for each creditor's statement, and `trust.changed`. Two at
 * once on one balance do not both go through: the database lets the second try again on what the first
 * left. Repeating a key changes nothing and returns false. Throws `TrustBalanceTooLowError`.
 */
export function createPostTransaction({ store, clock, events }: TrustDeps) {
  async function applyShares(at: In, posted: NewTransaction & { readonly _id: Id }) {
    const groups = Map.groupBy(posted.shares, (share) => share.creditorId.toHexString());
    const today = await todayOf({ store, clock }, posted.account.homeAdministrationId);
    const changed: Changed[] = [];
    const movements: TrustMovement[] = [];
    for (const shares of groups.values()) {
      const table = store.table(trustBalances).in(at.scope);
      const [{ creditorId }] = shares as [CreditorShare];
      const its = { agencyId: posted.account.agencyId, creditorId };
      const filter = { ...its, trustAccountId: posted.account._id };
      const before = await table.findOne(filter, { session: at.session });
      const walked = walk(before, shares, { posted, at: clock.now(), today });
      const $set = { ...walked.after, lastNumber: walked.lastNumber };
      await table.upsert(filter, { $set } as never, { session: at.session });
      changed.push({ creditorId, before: plain(before), after: walked.after });
      movements.push(...walked.movements);
    }
    return { changed, movements };
  }

  async function changeAccount({ scope, session }: In, { account, own }: NewTransaction) {
    const { bank = 0, unallocated = 0, agency = 0, unexplained = 0 } = own;
    const $inc = {
      bankCents: bank,
      unallocatedCents: unallocated,
      agencyCents: agency,
      unexplainedCents: unexplained,
    };
    const table = store.table(trustAccounts).in(scope);
    const after = await table.change({ _id: account._id }, { $inc } as never, { session });
    invariant(after, 'a trust account that was found can be booked on');
    const short = [
      ['unallocated', after.unallocatedCents, unallocated],
      ['unexplained', after.unexplainedCents, unexplained],
    ] as const;
    for (const [ledger, left, change] of short) {
      if (left >= 0 || change >= 0) continue;
      throw new TrustBalanceTooLowError(ledger, { heldCents: left - change, askedCents: -change });
    }
  }

  return async (scope: Scope, session: ClientSession, asked: NewTransaction): Promise<boolean> => {
    const table = store.table(trustTransactions).in(scope);
    const same = { trustAccountId: asked.account._id, key: asked.key };
    if (await table.findOne(same, { session, fields: ['_id'] })) return false;

    const posted = { ...asked, _id: newId() };
    const { changed, movements } = await applyShares({ scope, session }, posted);
    await changeAccount({ scope, session }, posted);
    const entries = entriesOf(posted.own, changed);
    await table.insertRaw([transactionRow(posted, entries, clock.now())], { session });
    if (movements.length > 0) {
      await store.table(trustMovements).in(scope).insertRaw(movements, { session });
    }
    await events.publish(session, ...eventsOf(posted));
    return true;
  };
}

type Posted = {
  readonly posted: NewTransaction & { readonly _id: Id };
  readonly at: Date;
  readonly today: CalendarDate;
};

const plain = (row: TrustBalance | null): CreditorBalance => row ?? NOTHING_HELD;

/** Goes through the shares of one creditor, one after the other. */
function walk(before: TrustBalance | null, shares: readonly CreditorShare[], by: Posted) {
  let after: CreditorBalance = plain(before);
  let lastNumber = before?.lastNumber ?? 0;
  const movements: TrustMovement[] = [];
  for (const share of shares) {
    after = applyShare(after, share, share.creditorId.toHexString());
    if (!share.movement) continue;
    lastNumber += 1;
    const balanceAfterCents = balanceOf(after);
    movements.push(movementRow(share, { ...by, number: lastNumber, balanceAfterCents }));
  }
  const { heldCents, onItsWayCents, recoverableCents } = after;
  return { after: { heldCents, onItsWayCents, recoverableCents }, lastNumber, movements };
}

function movementRow(
  share: CreditorShare,
  by: Posted & { readonly number: number; readonly balanceAfterCents: number },
): TrustMovement {
  const { posted, at, today, number, balanceAfterCents } = by;
  invariant(share.movement, 'only a share with a movement becomes a line');
  return {
    _id: newId(),
    agencyId: posted.account.agencyId,
    creditorId: share.creditorId,
    trustAccountId: posted.account._id,
    transactionId: posted._id,
    number,
    bookedOn: today,
    at,
    amountCents: share.heldCents + share.onItsWayCents,
    balanceAfterCents,
    invoiceId: null,
    invoiceNumber: null,
    debtorName: null,
    paymentId: null,
    trustRemittanceId: null,
    ...share.movement,
  };
}

const transactionRow = (
  posted: NewTransaction & { readonly _id: Id },
  entries: ReturnType<typeof entriesOf>,
  at: Date,
): TrustTransaction =>
  ({
    _id: posted._id,
    agencyId: posted.account.agencyId,
    trustAccountId: posted.account._id,
    key: posted.key,
    kind: posted.kind,
    bookedOn: posted.bookedOn,
    at,
    by: posted.by,
    because: posted.because,
    trustLineId: posted.trustLineId ?? null,
    paymentId: posted.paymentId ?? null,
    trustRemittanceId: posted.trustRemittanceId ?? null,
    entries,
  }) as unknown as TrustTransaction;

/** One for each creditor and administration that has to do with it, else one at home. */
function eventsOf({ account, shares }: NewTransaction): NewEvent[] {
  const trustAccountId = account._id.toHexString();
  const places = new Map<string, NewEvent>();
  for (const { creditorId, movement } of shares) {
    const administrationId = movement?.administrationId;
    if (!administrationId) continue;
    places.set(administrationId.toHexString(), {
      name: 'trust.changed',
      place: { agencyId: account.agencyId, creditorId, administrationId },
      data: { trustAccountId },
    });
  }
  if (places.size > 0) return [...places.values()];
  const home = {
    agencyId: account.agencyId,
    creditorId: account.homeCreditorId,
    administrationId: account.homeAdministrationId,
  };
  return [{ name: 'trust.changed', place: home, data: { trustAccountId } }];
}
