export { buildClaim, type ClaimSources, claimTotals } from './build-claim.ts';
