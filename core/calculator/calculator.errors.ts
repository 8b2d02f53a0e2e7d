import { DomainError } from '@inning/sdk';

/** No country pack of that code is there to answer. */
export class CalculatorCountryUnknownError extends DomainError {
  readonly code = 'CALCULATOR_COUNTRY_UNKNOWN';
  readonly status = 422;

  constructor(country: string) {
    super(`Nothing is known here of the law of the country ${country}.`, { country });
  }
}

/** The days of the question do not follow one another, or lie too far away. */
export class CalculatorDaysInvalidError extends DomainError {
  readonly code = 'CALCULATOR_DAYS_INVALID';
  readonly status = 422;

  constructor(dueOn: string, until: string) {
    super(`Nothing can be counted from the due day ${dueOn} up to ${until}.`, { dueOn, until });
  }
}
