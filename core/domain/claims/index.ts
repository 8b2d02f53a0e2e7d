export { buildClaim, type ClaimSources, claimTotals } from './build-claim.ts';
export {
  type AnnouncingLetter,
  announcingLetter,
  findLetterFaults,
} from './changing/announcing-letter.ts';
export { claimedByLaw } from './changing/claim-due.ts';
export { type CostBooking, type CostDecision, decideCosts } from './changing/cost-bookings.ts';
export {
  costEntries,
  type InterestBooking,
  interestBookings,
  interestEntries,
} from './changing/claim-entries.ts';
export {
  createSettlementReader,
  type FindCountry,
  type ReadSettlement,
  type SettledInvoice,
  type Settlement,
} from './changing/settling.ts';
export { interestOn } from './law/interest-on.ts';
export { type DueCosts, dueCosts } from './law/due-costs.ts';
export { type ClaimEntry, bearsCostsOrInterest, type LawOfClaim } from './law/law-of-claim.ts';
export { createEntryReader, type ReadEntries } from './law/read-entries.ts';
export { type ClaimSpecification, specifyClaim } from './specify/specify-claim.ts';
export * from './claims.errors.ts';
export { claimRoutes } from './claims.routes.ts';
export { type ClaimService, createClaimService } from './claims.service.ts';
export { claimTexts } from './texts.ts';
