export { type Dispute, disputes } from './dispute.model.ts';
export * from './disputes.errors.ts';
export { disputeRoutes, type DisputeRoutesDeps } from './disputes.routes.ts';
export {
  createDisputeService,
  type DisputeQuery,
  type DisputesDeps,
  type DisputeService,
  type NewDispute,
  type Settling,
} from './disputes.service.ts';
export { disputeTexts } from './texts.ts';
