import { type CalendarDate, DomainError } from '@inning/sdk';

export class AdministrationNotFoundError extends DomainError {
  readonly code = 'ADMINISTRATION_NOT_FOUND';
  readonly status = 404;

  constructor(administrationId: string) {
    super('There is no such administration.', { administrationId });
  }
}

/** Two sets of books of one creditor cannot have the same number. */
export class AdministrationNumberTakenError extends DomainError {
  readonly code = 'ADMINISTRATION_NUMBER_TAKEN';
  readonly status = 409;

  constructor(number: string) {
    super(`This creditor already has an administration with number ${number}.`, { number });
  }
}

/** One of the chosen flows does not exist here. */
export class ChosenFlowNotFoundError extends DomainError {
  readonly code = 'CHOSEN_FLOW_NOT_FOUND';
  readonly status = 404;

  constructor() {
    super('One of the chosen flows does not exist.');
  }
}

/** A flow is drawn for the law of one country; books elsewhere need one of their own. */
export class FlowOfOtherCountryError extends DomainError {
  readonly code = 'FLOW_OF_OTHER_COUNTRY';
  readonly status = 422;

  constructor(flow: { readonly slug: string; readonly country: string }, country: string) {
    super(`The flow ${flow.slug} is for ${flow.country}, and these books are in ${country}.`, {
      flow: flow.slug,
      flowCountry: flow.country,
      country,
    });
  }
}

export class AlreadyPausedError extends DomainError {
  readonly code = 'ALREADY_PAUSED';
  readonly status = 409;

  constructor() {
    super('This is already paused. Resume it first to pause it differently.');
  }
}

export class NotPausedError extends DomainError {
  readonly code = 'NOT_PAUSED';
  readonly status = 409;

  constructor() {
    super('This is not paused, so there is nothing to resume.');
  }
}

/** A pause that ends before it starts would do nothing. */
export class PauseInThePastError extends DomainError {
  readonly code = 'PAUSE_IN_THE_PAST';
  readonly status = 422;

  constructor(until: CalendarDate, today: CalendarDate) {
    super(`The pause would end on ${until}, before today (${today}).`, { until, today });
  }
}

/** In test mode mail goes to the test address, so there must be one. */
export class TestAddressMissingError extends DomainError {
  readonly code = 'TEST_ADDRESS_MISSING';
  readonly status = 422;

  constructor() {
    super('Test mode needs a test address: that is where mail goes instead of to debtors.');
  }
}
