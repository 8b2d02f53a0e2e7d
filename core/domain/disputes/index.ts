export { type Dispute, disputes } from './dispute.model.ts';
