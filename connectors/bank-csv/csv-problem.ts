import type { Place } from '@inning/sdk';

/** What is wrong and where, for the functions that do not know the name of the file. */
export class CsvProblem extends Error {
  override readonly name = 'CsvProblem';
  readonly place: Place;

  constructor(problem: string, place: Place = {}, options?: ErrorOptions) {
    super(problem, options);
    this.place = place;
  }
}
