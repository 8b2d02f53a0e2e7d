import type { ActingPort, Instant } from './connector-port.ts';

/** Money is whole cents in an `integer` column whose name ends in `Cents`; days are `date`. */
export type ReportColumn = {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'boolean' | 'date' | 'instant';
};
export type ReportCell = string | number | boolean | null;

/** A piece of a table: at most 10,000 rows. */
export type ReportPart = {
  /** Same key, same rows: writing it again changes nothing. */
  readonly key: string;
  /** Kebab-case; the sink makes the table when it is not there. */
  readonly table: string;
  readonly columns: readonly ReportColumn[];
  /** The columns that together name a row; a row that is there already is replaced. */
  readonly keyColumns: readonly string[];
  /** Each with as many cells as there are columns. */
  readonly rows: readonly (readonly ReportCell[])[];
  readonly madeAt: Instant;
};

/** Writes reports to a place where others look at them. Throws the four errors of `connector-errors.ts`. */
export type ReportSinkPort = ActingPort & {
  write(part: ReportPart): Promise<{ readonly rowCount: number }>;
};
