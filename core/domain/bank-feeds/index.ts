export { bankConnections, feedAccounts } from './bank-connection.model.ts';
export type { BankFeedsDeps, BankSignIns, FeedsFor } from './bank-feeds.deps.ts';
export * from './bank-feeds.errors.ts';
export { bankFeedRoutes } from './bank-feeds.routes.ts';
export { type BankFeedService, createBankFeedService } from './bank-feeds.service.ts';
export { bankFeedTexts } from './texts.ts';
