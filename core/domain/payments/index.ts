export { BANK_LINE_STATES, type BankLineRow, bankLines } from './bank-line.model.ts';
export { bankLineRoutes, type BankLineRoutesDeps } from './bank-lines.routes.ts';
export {
  type BankLineQuery,
  type BankLineService,
  createBankLineService,
} from './bank-lines.service.ts';
export type { PaymentByHand } from './booking/book-by-hand.ts';
export type { Allocation } from './booking/book-payments.ts';
export type { MatchCounts, MatcherFor, MatchNewLines } from './matching/match-new-lines.ts';
export { type Payment, payments } from './payment.model.ts';
export type { PaymentsDeps } from './payments.deps.ts';
export * from './payments.errors.ts';
export { paymentRoutes, type PaymentRoutesDeps } from './payments.routes.ts';
export { createPaymentService, type PaymentService } from './payments.service.ts';
export {
  createStatementService,
  type ReceivedStatements,
  type StatementsDeps,
  type StatementService,
} from './statements/receive-statements.ts';
export {
  type BankReadersFor,
  statementRoutes,
  type StatementRoutesDeps,
} from './statements/statements.routes.ts';
export { paymentTexts } from './texts.ts';
