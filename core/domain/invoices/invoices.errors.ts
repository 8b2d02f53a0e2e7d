import { type CostState, DomainError } from '@inning/sdk';

export class InvoiceNotFoundError extends DomainError {
  readonly code = 'INVOICE_NOT_FOUND';
  readonly status = 404;

  constructor(invoiceId: string) {
    super('There is no such invoice.', { invoiceId });
  }
}

/** Costs are announced first, so that the debtor could still pay without them. */
export class CostsNotAnnouncedError extends DomainError {
  readonly code = 'COSTS_NOT_ANNOUNCED';
  readonly status = 409;

  constructor(number: string) {
    super(
      `The collection costs of invoice ${number} must be announced before they are claimable.`,
      {
        number,
      },
    );
  }
}

/** The new state is the one it has; nothing would change, and nothing is written to the history. */
export class CostStateUnchangedError extends DomainError {
  readonly code = 'COST_STATE_UNCHANGED';
  readonly status = 409;

  constructor(number: string, state: CostState) {
    super(`The collection costs of invoice ${number} already have this state.`, { number, state });
  }
}
