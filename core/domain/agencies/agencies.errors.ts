import { DomainError } from '@inning/sdk';

export class AgencyNotFoundError extends DomainError {
  readonly code = 'AGENCY_NOT_FOUND';
  readonly status = 404;

  constructor(agencyId: string) {
    super('There is no such agency.', { agencyId });
  }
}
