import { DomainError } from '@inning/sdk';

/** The rules of a country judged the flow by what its steps say they do; this one did something else. */
export class StepUndeclaredError extends DomainError {
  readonly code = 'STEP_UNDECLARED';
  readonly status = 409;

  constructor(type: string, deed: string) {
    super(`The step type ${type} does not say that it does this: ${deed}.`, { type, deed });
  }
}
