export type { PayableItem } from './find-items.ts';
export { type OnlinePayment, onlinePayments } from './online-payment.model.ts';
export type { OnlinePaymentsDeps, Provider } from './online-payments.deps.ts';
export * from './online-payments.errors.ts';
export { onlinePaymentRoutes } from './online-payments.routes.ts';
export {
  createOnlinePaymentService,
  type OnlinePaymentService,
} from './online-payments.service.ts';
export { type DebtorMandate, mandates } from './mandates/mandate.model.ts';
export { createPublicPaying } from './paying/public-paying.ts';
export { createUnderWayReader } from './paying/under-way.ts';
export type { WantToPay } from './paying/start-payment.ts';
export {
  type ProviderSettlement,
  providerSettlements,
} from './settlements/provider-settlement.model.ts';
export { onlinePaymentTexts } from './texts.ts';
