import { DomainError } from '@inning/sdk';

/** A file of the input folder cannot be read; names the file and the place in it. */
export class MatchInputError extends DomainError {
  readonly code = 'MATCH_INPUT_INVALID';
  readonly status = 422;

  constructor(place: string, problem: string) {
    super(`${place}: ${problem}.`, { place, problem });
  }
}
