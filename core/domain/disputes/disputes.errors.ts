import { DomainError } from '@inning/sdk';

export class DisputeNotFoundError extends DomainError {
  readonly code = 'DISPUTE_NOT_FOUND';
  readonly status = 404;

  constructor(disputeId: string) {
    super('There is no such dispute.', { disputeId });
  }
}

export class DisputeSettledError extends DomainError {
  readonly code = 'DISPUTE_SETTLED';
  readonly status = 409;

  constructor(disputeId: string) {
    super('This dispute was settled before.', { disputeId });
  }
}
