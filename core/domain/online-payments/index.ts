export type { PayableItem } from './find-items.ts';
export { type OnlinePayment, onlinePayments } from './online-payment.model.ts';
export type { OnlinePaymentsDeps, Provider } from './online-payments.deps.ts';
export * from './online-payments.errors.ts';
export { onlinePaymentRoutes } from './online-payments.routes.ts';
export {
  createOnlinePaymentService,
  type OnlinePaymentService,
} from './online-payments.service.ts';
export { type DebtorMandate, mandates } from './mandate.model.ts';
export { createPublicPaying } from './public-paying.ts';
export { createUnderWayReader } from './under-way.ts';
export type { WantToPay } from './start-payment.ts';
export { type ProviderSettlement, providerSettlements } from './provider-settlement.model.ts';
export { onlinePaymentTexts } from './texts.ts';
