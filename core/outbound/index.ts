export type { OutboundFigure } from './figures.ts';
export { refuse } from './outbound.errors.ts';
export {
  createOutbound,
  type Outbound,
  type OutboundCall,
  type OutboundDeps,
  type OutboundLimits,
} from './outbound.ts';
export { isHeaderValue, mayBeSet } from './read-headers.ts';
export type { ClientCertificate, LoopbackHosts } from './send/connect.ts';
export type { AddedCredential, RequestSigner, SignableRequest } from './send/sender.ts';
export { covers, isAmong, parseHostPattern } from './target/host-pattern.ts';
export { isPublicAddress } from './target/public-address.ts';
export { nameOf, readTarget, type Target } from './target/read-target.ts';
