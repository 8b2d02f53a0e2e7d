import type { Place } from '@inning/sdk';

/** Stable names of what can be wrong with a cell, so that screens say it in the reader's language. */
export type CellProblem =
  | 'ACCOUNT_MISSING'
  | 'AMOUNT_INVALID'
  | 'AMOUNT_MISSING'
  | 'AMOUNT_TOO_LARGE'
  | 'AMOUNT_UNCLEAR'
  | 'CURRENCY_INVALID'
  | 'DAY_INVALID'
  | 'DAY_MISSING'
  | 'DAY_UNCLEAR'
  | 'SIGN_INVALID';

export type CellFault = {
  readonly code: CellProblem;
  readonly message: string;
  /** What stands there. */
  readonly value: string;
};

/** What is wrong and where, for the functions that do not know the name of the file. */
export class CsvProblem extends Error {
  override readonly name = 'CsvProblem';
  readonly place: Place;
  /** Null when it is about the whole file. */
  readonly cell: CellFault | null;

  constructor(problem: string | CellFault, place: Place = {}) {
    super(typeof problem === 'string' ? problem : problem.message);
    this.place = place;
    this.cell = typeof problem === 'string' ? null : problem;
  }
}

const MOST_SHOWN = 40;

export const shorten = (text: string) =>
  text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
