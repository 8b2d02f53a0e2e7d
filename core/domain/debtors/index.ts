export {
  type Behaviour,
  classifyBehaviour,
  explainBehaviour,
} from './behaviour/classify-behaviour.ts';
export {
  createRefreshBehaviour,
  type PaidTerms,
  type RefreshBehaviour,
} from './behaviour/refresh-behaviour.ts';
export type { DebtorFlow } from './debtor-flow.ts';
export { type Debtor, debtors } from './debtor.model.ts';
export {
  type Address,
  type DebtorChange,
  debtorRow,
  debtorUpdate,
  type NewDebtor,
} from './debtor-row.ts';
export * from './debtors.errors.ts';
export { activeFlags, type FlagChange } from './flags.ts';
export { debtorRoutes, type DebtorRoutesDeps } from './debtors.routes.ts';
export type { DebtorPause } from './change-debtor.ts';
export { createDebtorService, type DebtorsDeps, type DebtorService } from './debtors.service.ts';
export { debtorIdsNamed, type DebtorName, debtorNames } from './find-debtors.ts';
export { chosenFlows, type FindIdleFlows, withoutFlow } from './without-flow.ts';
export type { DebtorQuery, ListedDebtor, OpenTotals, ReadOpenTotals } from './list-debtors.ts';
export { nameKey, searchWords, wordsOf } from './search-words.ts';
export { debtorTexts } from './texts.ts';
