import { DomainError } from '@inning/sdk';

/** The facts changed between the decision and the sending; nothing left, the instance is decided anew. */
export class StepAbandonedError extends DomainError {
  readonly code = 'STEP_ABANDONED';
  readonly status = 409;
  override readonly retryable = true;

  constructor() {
    super('The claim changed while the letter was made; the step is looked at again.');
  }
}

/** A letter may or may not have left; a person decides, nothing is sent again by itself. */
export class StepAmbiguousError extends DomainError {
  readonly code = 'STEP_AMBIGUOUS';
  readonly status = 409;

  constructor(communicationId: string) {
    super('It is not certain that this letter has left.', { communicationId });
  }
}

/** True when the plugin of a step was stopped: that is no failure of the step, which waits for it. */
export const isStopped = ({ code }: DomainError): boolean => code === 'PLUGIN_SUSPENDED';

/** Something was only tried out, and this step would have acted outside: it is taken to go well. */
export class StepNotTriedError extends DomainError {
  readonly code = 'STEP_NOT_TRIED';
  readonly status = 409;

  constructor() {
    super('This step acts outside the platform, and is left out when a flow is only tried.');
  }
}
