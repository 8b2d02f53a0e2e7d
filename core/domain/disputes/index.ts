export { type Dispute, disputes } from './dispute.model.ts';
export * from './disputes.errors.ts';
export type { DisputesDeps } from './disputes.deps.ts';
export { disputeRoutes, type DisputeRoutesDeps } from './disputes.routes.ts';
export {
  createDisputeService,
  type DisputeQuery,
  type DisputeService,
} from './disputes.service.ts';
export type { NewDispute } from './open-dispute.ts';
export type { Settling } from './settle-dispute.ts';
export { disputeTexts } from './texts.ts';
