import { cents, DomainError, type WebhookCall } from '@inning/sdk';
import { isValidObjectId } from 'mongoose';
import { systemScope, toId } from '../../../store/index.ts';
import { creditors } from '../../creditors/index.ts';
import { debtors } from '../../debtors/index.ts';
import { placeOf } from '../../routing/index.ts';
import { type OnlinePayment, onlinePayments } from '../online-payment.model.ts';
import type { OnlinePaymentsDeps } from '../online-payments.deps.ts';
import type { OnlinePaymentService } from '../online-payments.service.ts';

type Deps = Pick<OnlinePaymentsDeps, 'store' | 'providersFor'> & {
  readonly onlinePayments: OnlinePaymentService;
};

/** What became of a payment, for the payer who comes back and for the provider who calls. */
export function createPublicResults({ store, providersFor, onlinePayments: service }: Deps) {
  const scope = systemScope('whoever paid may see what became of it');

  /** What we knew before, when the provider cannot be asked now. */
  async function lookAt(onlinePaymentId: string): Promise<OnlinePayment | null> {
    if (!isValidObjectId(onlinePaymentId)) return null;
    const id = toId(onlinePaymentId);
    try {
      return await service.follow(scope, id);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return store.table(onlinePayments).in(scope).byId(id);
    }
  }

  async function result(onlinePaymentId: string) {
    const row = await lookAt(onlinePaymentId);
    if (!row) return null;
    const [debtor, creditor] = await Promise.all([
      store.table(debtors).in(scope).byId(row.debtorId),
      store.table(creditors).in(scope).byId(row.creditorId),
    ]);
    if (!debtor || !creditor) return null;
    return {
      state: STATES[row.state],
      paidCents: cents(row.paidCents),
      currency: row.currency,
      language: debtor.language,
      creditorName: creditor.name,
      communicationId: row.communicationId?.toHexString() ?? null,
    };
  }

  /** Who calls is not believed: the call only makes us ask. Throws what the connector throws. */
  async function changed(onlinePaymentId: string, call: WebhookCall): Promise<boolean> {
    if (!isValidObjectId(onlinePaymentId)) return false;
    const row = await store.table(onlinePayments).in(scope).byId(toId(onlinePaymentId));
    if (!row) return false;
    const providers = await providersFor(placeOf(row));
    const provider = providers.find((one) => one.pluginId === row.pluginId);
    const named = (await provider?.port.readWebhook(call)) ?? [];
    if (!named.includes(row.providerId ?? '')) return false;
    await service.follow(scope, row._id);
    return true;
  }

  return { result, changed };
}

const STATES = {
  starting: 'not-paid',
  open: 'under-way',
  pending: 'under-way',
  paid: 'paid',
  failed: 'not-paid',
  expired: 'not-paid',
  cancelled: 'not-paid',
} as const satisfies Record<OnlinePayment['state'], string>;
