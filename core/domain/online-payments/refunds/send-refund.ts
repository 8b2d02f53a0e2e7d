import { cents, ConnectorAmbiguousError, ConnectorRefusedError, DomainError } from '@inning/sdk';
import type { Id, Scope } from '../../../store/index.ts';
import { placeOf } from '../../routing/index.ts';
import { getOnlinePayment } from '../get-online-payment.ts';
import { type OnlinePayment, onlinePayments, type Refund } from '../online-payment.model.ts';
import type { OnlinePaymentsDeps } from '../online-payments.deps.ts';
import { ProviderGoneError } from '../online-payments.errors.ts';

/** Asks the provider; leaves the refund `sending` when it can be tried again. */
export async function sendRefund(
  deps: OnlinePaymentsDeps,
  scope: Scope,
  { id, key }: { readonly id: Id; readonly key: string },
): Promise<OnlinePayment> {
  const table = deps.store.table(onlinePayments).in(scope);
  const row = await getOnlinePayment(deps.store, scope, id);
  const refund = row.refunds.find((one) => one.key === key);
  if (refund?.state !== 'sending' || !row.providerId) return row;
  const outcome = await answerOf(deps, row, refund);
  if (outcome === null) return row;
  const set = Object.fromEntries(
    Object.entries(outcome).map(([name, value]) => [`refunds.$.${name}`, value]),
  );
  const which = { _id: id, refunds: { $elemMatch: { key, state: 'sending' } } };
  await table.updateOne(which, { $set: set });
  return getOnlinePayment(deps.store, scope, id);
}

async function answerOf({ providersFor }: OnlinePaymentsDeps, row: OnlinePayment, refund: Refund) {
  const providers = await providersFor(placeOf(row));
  const provider = providers.find((one) => one.pluginId === row.pluginId);
  if (!provider) throw new ProviderGoneError(row.pluginId);
  try {
    const { refundId } = await provider.port.refund({
      key: `${row._id.toHexString()}:${refund.key}`,
      providerId: row.providerId ?? '',
      amountCents: cents(refund.amountCents),
      description: refund.reason,
    });
    return { state: 'sent' as const, refundId, problem: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return stateAfter(error, provider.port.isIdempotent);
  }
}

/** Null: nothing is known yet, and it is tried again. */
function stateAfter(error: DomainError, isIdempotent: boolean) {
  if (error instanceof ConnectorRefusedError)
    return { state: 'refused' as const, refundId: null, problem: error.message };
  const isUnclear = error instanceof ConnectorAmbiguousError && !isIdempotent;
  return isUnclear ? { state: 'unclear' as const, refundId: null, problem: error.message } : null;
}
