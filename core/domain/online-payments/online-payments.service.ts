import type { Id, Scope } from '../../store/index.ts';
import { findPage, type PageRequest } from '../routing/index.ts';
import { createCollect } from './mandates/collect.ts';
import { createFindItems } from './find-items.ts';
import { createFollowPayment } from './paying/follow-payment.ts';
import { createMandates } from './mandates/mandates.ts';
import { onlinePayments } from './online-payment.model.ts';
import type { OnlinePaymentsDeps } from './online-payments.deps.ts';
import { createRefunds } from './refunds/refunds.ts';
import { createSettlements } from './settlements/settlements.ts';
import { createStartPayment } from './paying/start-payment.ts';
import { createSweep } from './sweep.ts';

export type OnlinePaymentService = ReturnType<typeof createOnlinePaymentService>;

/** Paying through a provider: from the page of a debtor to money on the claims, and back. */
export function createOnlinePaymentService(deps: OnlinePaymentsDeps) {
  const { store } = deps;
  const mandates = createMandates(deps);
  const follow = createFollowPayment({ ...deps, mandates });
  const collecting = createCollect({ ...deps, mandates });
  const refunds = createRefunds(deps);
  return {
    items: createFindItems(deps.claimToday),
    providersFor: deps.providersFor,
    start: createStartPayment({ ...deps, mandates }),
    collect: collecting.collect,
    mandateOf: mandates.of,
    endMandate: mandates.end,
    follow,
    refund: refunds.ask,
    decideRefund: refunds.decide,
    sweep: createSweep({ ...deps, follow, refunds, collecting, mandates }),
    settlements: createSettlements({ ...deps, follow }),
    list: (scope: Scope, debtorId: Id, page: PageRequest = {}) =>
      findPage(
        store.table(onlinePayments).in(scope),
        { debtorId },
        { order: { startedAt: -1 }, page },
      ),
  };
}
