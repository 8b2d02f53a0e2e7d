export { bankArrivalParts } from './arrivals/arrival-part.model.ts';
export { arrivalRoutes } from './arrivals/arrivals.routes.ts';
export { BANK_LINE_STATES, type BankLineRow, bankLines } from './bank-line.model.ts';
export type { Allocation, Booking } from './booking/booking.ts';
export { bankLineRoutes, type BankLineRoutesDeps } from './lines/bank-lines.routes.ts';
export { type BankLineService, createBankLineService } from './lines/bank-lines.service.ts';
export type { BankLineQuery } from './lines/list-bank-lines.ts';
export { bankLineOf, saidByBank } from './statements/said-by-bank.ts';
export { chunksOf } from './statements/chunks-of.ts';
export { bankStatements, type BankStatementRow } from './statements/bank-statement.model.ts';
export type { PaymentByHand } from './booking/book-by-hand.ts';
export { accountRoutes, type AccountRoutesDeps } from './accounts/accounts.routes.ts';
export { IbanInvalidError, isIban, plainIban } from './accounts/is-iban.ts';
export { factRoutes, type FactRoutesDeps } from './learning/facts.routes.ts';
export {
  createFactService,
  type FactService,
  PaymentFactNotFoundError,
} from './learning/forget-facts.ts';
export { paymentFacts, type PaymentFact } from './learning/payment-fact.model.ts';
export { mappingRoutes, type MappingRoutesDeps } from './mappings/mappings.routes.ts';
export {
  createMappingService,
  type MappingService,
  StatementMappingNotFoundError,
} from './mappings/mappings.service.ts';
export { statementMappings } from './mappings/statement-mapping.model.ts';
export type { MatchCounts } from './matching/match-counts.ts';
export type { Matched, OwnedProposal } from './matching/matched.ts';
export type { MatcherFor, MatchNewLines } from './matching/match-new-lines.ts';
export { createBookPayments } from './booking/book-payments.ts';
export { besidePrincipal } from './booking/owed-on.ts';
export { createReversePayments } from './booking/reverse-payments.ts';
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
export { statementTexts } from './statements/statement-texts.ts';
export { WarningSchema, warningView } from './statements/warning.view.ts';
