export { applyEntries, type Caches, NOTHING_OWED } from './apply-entries.ts';
export { type CacheComparison, type CacheDifference, compareCaches } from './compare-caches.ts';
export {
  LEDGER_KINDS,
  LEDGER_PARTS,
  type LedgerEntry,
  ledgerEntries,
} from './ledger-entry.model.ts';
export * from './ledger.errors.ts';
export { createLedgerService, type LedgerService, type Opening } from './ledger.service.ts';
export { ledgerRoutes } from './ledger.routes.ts';
export {
  entryRow,
  type EntryPlace,
  type LedgerKind,
  type LedgerPart,
  type NewEntry,
} from './new-entry.ts';
export type { ClosesAs, LedgerDeps, PostedInvoice, Posting } from './post-entries.ts';
export { type Credit, type OpenClaim, splitPayment } from './split-payment.ts';
export { ledgerTexts } from './texts.ts';
