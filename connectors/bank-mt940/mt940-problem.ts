import type { Place } from '@inning/sdk';

/** What is wrong and where, for the functions that do not know the name of the file. */
export class Mt940Problem extends Error {
  override readonly name = 'Mt940Problem';
  readonly place: Place;

  constructor(problem: string, place: Place = {}, options?: ErrorOptions) {
    super(problem, options);
    this.place = place;
  }
}
