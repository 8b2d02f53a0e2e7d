import { type CalendarDate, cents, message, minCents, type PaymentStatus } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Id, newId, type Scope } from '../../../store/index.ts';
import { dayAt } from '../../../time/index.ts';
import { administrations } from '../../administrations/index.ts';
import type { Allocation } from '../../payments/index.ts';
import { placeOf } from '../../routing/index.ts';
import type { createMandates } from '../mandates/mandates.ts';
import { nextLook } from '../next-look.ts';
import { type OnlinePayment, onlinePayments } from '../online-payment.model.ts';
import type { OnlinePaymentsDeps } from '../online-payments.deps.ts';
import { OnlinePaymentNotFoundError, ProviderGoneError } from '../online-payments.errors.ts';
import { takenBackTask } from '../refunds/taken-back-task.ts';

/** Who books what a provider says. */
const BY = 'online';

/**
 * Asks the provider what became of a payment, and books it when it was paid. What somebody else says
 * (a webhook, the payer who comes back) is only a reason to ask. Asking again books nothing again.
 * Throws what the connector throws.
 */
export function createFollowPayment(deps: FollowDeps) {
  const { store } = deps;
  const table = (scope: Scope) => store.table(onlinePayments).in(scope);

  return async (scope: Scope, id: Id): Promise<OnlinePayment> => {
    const row = await table(scope).byId(id);
    if (!row) throw new OnlinePaymentNotFoundError(id.toHexString());
    if (!row.providerId) return row;
    const { port } = await providerOf(deps, row);
    const status = await port.status(row.providerId);
    await store.transaction((session) => take({ deps, scope, session }, { id, status }));
    const after = (await table(scope).byId(id)) ?? row;
    await deps.mandates.keep(scope, after);
    await deps.mandates.returned(scope, after);
    return after;
  };
}

type FollowDeps = OnlinePaymentsDeps & { readonly mandates: ReturnType<typeof createMandates> };

async function providerOf({ providersFor }: OnlinePaymentsDeps, row: OnlinePayment) {
  const providers = await providersFor(placeOf(row));
  const provider = providers.find((one) => one.pluginId === row.pluginId);
  if (!provider) throw new ProviderGoneError(row.pluginId);
  return provider;
}

async function take(
  at: At,
  { id, status }: { readonly id: Id; readonly status: PaymentStatus },
): Promise<void> {
  const { deps, scope, session } = at;
  const now = deps.clock.now();
  const table = deps.store.table(onlinePayments).in(scope);
  // Read again inside the transaction: a webhook and the payer may both come at this moment.
  const row = await table.byId(id, { session });
  // What was asked first may be answered last.
  if (!row || status.paidCents < row.paidCents) return;
  const paymentId = await bookOnce(at, { row, status });
  await table.updateOne(
    { _id: id },
    { $set: { ...fieldsOf(status), ...looksOf(row, status, now), ...pageOf(status), paymentId } },
    { session },
  );
  await takeBack(at, { row: { ...row, paymentId }, status });
}

async function bookOnce({ deps, scope, session }: At, { row, status }: Told) {
  if (row.paymentId || status.paidCents <= 0) return row.paymentId ?? null;
  const administration = await deps.store
    .table(administrations)
    .in(scope)
    .byId(row.administrationId);
  const paidAt = status.paidAt === null ? deps.clock.now() : new Date(status.paidAt);
  const paymentId = newId();
  const receivedOn = dayAt(paidAt, administration?.timeZone ?? 'UTC');
  await deps.payments.book(scope, session, [
    {
      ...placeOf(row),
      _id: paymentId,
      key: `online:${row._id.toHexString()}`,
      debtorId: row.debtorId,
      bankLineId: null,
      amountCents: status.paidCents,
      receivedOn,
      because: message('payments.online', { method: status.method ?? row.pluginId }),
      by: BY,
      allocations: await stillOpen({ deps, scope, session }, { row, status, receivedOn }),
    },
  ]);
  return paymentId;
}

/** What was paid meanwhile in another way is not paid twice: the rest is for a person. */
async function stillOpen(
  { deps, scope, session }: At,
  { row, status, receivedOn }: Told & { readonly receivedOn: CalendarDate },
) {
  const invoiceIds = row.items.map((item) => item.invoiceId);
  const openOf = await deps.payments.owedOn(scope, session, { invoiceIds, on: receivedOn });
  const allocations: Allocation[] = [];
  let leftCents = status.paidCents;
  for (const { invoiceId, amountCents } of row.items) {
    const openCents = openOf.get(invoiceId.toHexString()) ?? cents(0);
    const part = minCents(minCents(cents(amountCents), openCents), leftCents);
    if (part <= 0) continue;
    allocations.push({ invoiceId, amountCents: part });
    leftCents = cents(leftCents - part);
  }
  return allocations;
}

/** All of it gone: the invoices open again. A part of it: a person says of which invoice. */
async function takeBack({ deps, scope, session }: At, { row, status }: Told) {
  const goneBefore = row.refundedCents + row.chargedBackCents;
  const gone = cents(status.refundedCents + status.chargedBackCents);
  if (!row.paymentId || gone <= goneBefore) return;
  if (gone >= status.paidCents) {
    const reason = status.chargedBackCents > 0 ? 'chargeback' : 'refund';
    await deps.payments.takeBack(scope, session, { paymentId: row.paymentId, reason, by: BY });
    return;
  }
  await deps.tasks.ensure(scope, session, [takenBackTask(row, { gone, today: row.startedOn })]);
}

type At = {
  readonly deps: OnlinePaymentsDeps;
  readonly scope: Scope;
  readonly session: ClientSession;
};
type Told = { readonly row: OnlinePayment; readonly status: PaymentStatus };

/** What failed stays failed; what was paid may still be taken back. */
function looksOf({ startedAt }: OnlinePayment, { state }: PaymentStatus, now: Date) {
  const mayChange = ['open', 'pending', 'paid'].includes(state);
  return { checkedAt: now, lookAgainAt: mayChange ? nextLook(startedAt, now) : null };
}

/** Who tries again after it ended gets a new page. */
const pageOf = ({ state }: PaymentStatus) =>
  state === 'open' || state === 'pending' ? {} : { samePage: null };

const fieldsOf = (status: PaymentStatus) => ({
  state: status.state,
  paidCents: status.paidCents,
  refundedCents: status.refundedCents,
  chargedBackCents: status.chargedBackCents,
  paidAt: status.paidAt === null ? null : new Date(status.paidAt),
  method: status.method,
  payerName: status.payerName,
  payerAccount: status.payerAccount,
});
