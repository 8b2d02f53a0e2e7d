import { DomainError } from '@inning/sdk';

export class CommunicationNotFoundError extends DomainError {
  readonly code = 'COMMUNICATION_NOT_FOUND';
  readonly status = 404;

  constructor(communicationId: string) {
    super('There is no such letter.', { communicationId });
  }
}

/** Only a letter of which nobody knows whether it left waits for a person's word. */
export class CommunicationNotAmbiguousError extends DomainError {
  readonly code = 'COMMUNICATION_NOT_AMBIGUOUS';
  readonly status = 409;

  constructor(communicationId: string, state: string) {
    super(`It is known what became of this letter (${state}).`, { communicationId, state });
  }
}

/** The text of a letter is kept when it leaves; this one has none. */
export class LetterNotKeptError extends DomainError {
  readonly code = 'LETTER_NOT_KEPT';
  readonly status = 404;

  constructor(communicationId: string) {
    super('The text of this letter was not kept.', { communicationId });
  }
}

/** Only a letter that left can come back. */
export class LetterNotSentError extends DomainError {
  readonly code = 'LETTER_NOT_SENT';
  readonly status = 409;

  constructor(communicationId: string, state: string) {
    super(`This letter did not leave (${state}), so that it cannot come back.`, {
      communicationId,
      state,
    });
  }
}

/** A letter comes back on or after the day it was sent, and not on a day that has not come. */
export class ReturnDayInvalidError extends DomainError {
  readonly code = 'RETURN_DAY_INVALID';
  readonly status = 422;

  constructor(on: string, sentOn: string) {
    super(`A letter that was sent on ${sentOn} cannot have come back on ${on}.`, { on, sentOn });
  }
}
