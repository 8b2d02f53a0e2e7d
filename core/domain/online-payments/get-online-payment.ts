import type { Id, Scope, Store } from '../../store/index.ts';
import { type OnlinePayment, onlinePayments } from './online-payment.model.ts';
import { OnlinePaymentNotFoundError } from './online-payments.errors.ts';

/** Throws `OnlinePaymentNotFoundError`, also for one of somebody else. */
export async function getOnlinePayment(store: Store, scope: Scope, id: Id): Promise<OnlinePayment> {
  const row = await store.table(onlinePayments).in(scope).byId(id);
  if (!row) throw new OnlinePaymentNotFoundError(id.toHexString());
  return row;
}
