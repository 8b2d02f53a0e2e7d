export { buildClaim, type ClaimSources } from './build-claim.ts';
