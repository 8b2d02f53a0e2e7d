import { message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Scope } from '../../../store/index.ts';
import type { TrustAccount } from '../accounts/trust-account.model.ts';
import { createPostTransaction } from '../booking/post-transaction.ts';
import { trustMovements } from '../booking/trust-movement.model.ts';
import { type TrustLine, trustLines } from '../lines/trust-line.model.ts';
import type { TrustDeps } from '../trust.deps.ts';
import { messageIdOf } from './end-to-end-id.ts';
import { homesOf } from './homes-of.ts';
import {
  type RemittedPayment,
  type TrustRemittance,
  trustRemittances,
} from './trust-remittance.model.ts';

type In = { readonly scope: Scope; readonly session: ClientSession };
type Paid = { readonly remittance: TrustRemittance; readonly payments: readonly RemittedPayment[] };

/** The bank shows payments of a remittance: that they left, or that one of them came back. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createSettlePayments(deps: TrustDeps) {
  const { store } = deps;
  const post = createPostTransaction(deps);
  const remittancesOf = ({ scope }: In) => store.table(trustRemittances).in(scope);

  async function book(
    at: In,
    { account, line, remittance }: Settled,
    payment: RemittedPayment,
  ): Promise<void> {
    const isBack = line.amountCents > 0;
    const sign = isBack ? 1 : -1;
    const [home = null] = await homesOf(store, at, payment);
    await post(at.scope, at.session, {
      account,
      key: `${isBack ? 'returned' : 'remitted'}:${payment.endToEndId}:${line._id.toHexString()}`,
      kind: isBack ? 'returned' : 'remitted',
      bookedOn: line.bookedOn,
      by: 'bank',
      because: message(isBack ? 'trust.returned' : 'trust.remitted', {
        number: remittance.number,
        creditor: payment.creditorName,
      }),
      trustLineId: line._id,
      trustRemittanceId: remittance._id,
      own: isBack ? { unallocated: -payment.amountCents } : { unexplained: -payment.amountCents },
      shares: [
        {
          creditorId: payment.creditorId,
          heldCents: isBack ? payment.amountCents : 0,
          onItsWayCents: isBack ? 0 : -payment.amountCents,
          movement: {
            kind: isBack ? 'returned' : 'remitted',
            grossCents: sign * payment.amountCents,
            feeCents: 0,
            administrationId: home,
            valueOn: line.bookedOn,
            availableOn: line.bookedOn,
            trustRemittanceId: remittance._id,
          },
        },
      ],
    });
  }

  async function mark(at: In, { remittance, line }: Settled, paid: readonly RemittedPayment[]) {
    const state = line.amountCents > 0 ? ('returned' as const) : ('paid' as const);
    const ids = new Set(paid.map((one) => one.endToEndId));
    const payments = remittance.payments.map((one) =>
      ids.has(one.endToEndId) ? { ...one, state } : one,
    );
    const isDone = payments.every((one) => one.state !== 'open');
    const $set = { payments, ...(isDone ? { state: 'done' } : {}) };
    await remittancesOf(at).updateOne({ _id: remittance._id }, { $set } as never, at);
    const because = message(state === 'paid' ? 'trust.remitted' : 'trust.returned', {
      number: remittance.number,
      creditor: paid.map((one) => one.creditorName).join(', '),
    });
    const refundedCents = Math.max(line.amountCents, 0);
    await store
      .table(trustLines)
      .in(at.scope)
      .updateOne({ _id: line._id }, { $set: { state: 'settled', because, refundedCents } }, at);
  }

  return {
    /** Books a payment to a creditor that the bank shows. False when the line is not one. */
    async outgoing(at: In, account: TrustAccount, line: TrustLine): Promise<boolean> {
      const approved = await remittancesOf(at).find(
        { trustAccountId: account._id, state: 'approved' },
        at,
      );
      const found = approved.map((remittance) => paidBy(remittance, line)).find((one) => one);
      if (!found) return false;
      const settled = { account, line, remittance: found.remittance };
      for (const payment of found.payments) await book(at, settled, payment);
      await mark(at, settled, found.payments);
      return true;
    },

    /** Books a payment to a creditor that came back: it is held again and goes into the next remittance. */
    async returned(at: In, account: TrustAccount, line: TrustLine): Promise<boolean> {
      if (!line.endToEndId) return false;
      const remittance = await remittancesOf(at).findOne(
        { trustAccountId: account._id, 'payments.endToEndId': line.endToEndId } as never,
        at,
      );
      const payment = remittance?.payments.find((one) => one.endToEndId === line.endToEndId);
      if (!remittance || payment?.state !== 'paid' || payment.amountCents !== line.amountCents) {
        return false;
      }
      const settled = { account, line, remittance };
      await book(at, settled, payment);
      await freeMovements(store, at, { account, payment });
      await mark(at, settled, [payment]);
      return true;
    },
  };
}

type Settled = {
  readonly account: TrustAccount;
  readonly line: TrustLine;
  readonly remittance: TrustRemittance;
};

/** What was in a payment that came to nothing may go into another remittance. */
export async function freeMovements(
  store: TrustDeps['store'],
  at: In,
  { account, payment }: { account: Pick<TrustAccount, 'agencyId'>; payment: RemittedPayment },
): Promise<void> {
  await store
    .table(trustMovements)
    .in(at.scope)
    .updateMany(
      { agencyId: account.agencyId, _id: { $in: payment.parts.map((part) => part.movementId) } },
      { $set: { trustRemittanceId: null } },
      at,
    );
}

/** One payment by its own id, or all that are open in one sum, as banks book a file that asks for it. */
function paidBy(remittance: TrustRemittance, line: TrustLine): Paid | null {
  const open = remittance.payments.filter((one) => one.state === 'open');
  const text = `${line.endToEndId ?? ''} ${line.description}`;
  const single = open.find(
    (one) => says(text, one.endToEndId) && one.amountCents === -line.amountCents,
  );
  if (single) return { remittance, payments: [single] };
  const totalCents = open.reduce((sum, one) => sum + one.amountCents, 0);
  const isWhole = says(text, messageIdOf(remittance._id)) && totalCents === -line.amountCents;
  return isWhole && open.length > 0 ? { remittance, payments: open } : null;
}

/** `…-1` is not `…-12`. */
const says = (text: string, id: string): boolean => text.split(/[^A-Z0-9-]+/).includes(id);
