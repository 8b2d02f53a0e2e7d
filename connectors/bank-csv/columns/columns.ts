import { CsvProblem } from '../csv-problem.ts';
import type { Row } from '../table/read-rows.ts';
import { type Field, FIELDS, HEADERS, plainHeader } from './fields.ts';

/** Which columns hold a field, by their place in a row; mostly one, several for a description. */
export type Columns = {
  readonly byField: ReadonlyMap<Field, readonly number[]>;
  /** How a column is named in what is said of it. */
  nameOf(field: Field): string;
};
/** A field of ours and the header of its column; an empty header says that no column holds it. */
export type Mapping = Readonly<Record<string, string>>;

/** Columns by their headers; the mapping goes first. Throws `CsvProblem` for one that is not there. */
export function columnsOfHeader(header: Row, mapping: Mapping): Columns {
  const names = header.cells.map(plainHeader);
  const byField = new Map<Field, readonly number[]>();
  for (const field of FIELDS) {
    const places = placesOf(field, names);
    if (places.length > 0) byField.set(field, places);
  }
  for (const [field, wanted] of Object.entries(mapping)) {
    if (!isField(field)) {
      throw new CsvProblem(`“${field}” is no field; known are ${FIELDS.join(', ')}.`);
    }
    if (wanted === '') {
      byField.delete(field);
      continue;
    }
    const place = names.indexOf(plainHeader(wanted));
    if (place === -1) {
      const problem = `There is no column “${wanted}”; there are ${sayHeaders(header)}.`;
      throw new CsvProblem(problem, { line: header.line });
    }
    // A description of several columns stays whole when a person agrees with its first.
    if (byField.get(field)?.[0] !== place) byField.set(field, [place]);
  }
  const nameOf = (field: Field) => {
    const [place = -1] = byField.get(field) ?? [];
    return header.cells[place]?.trim() ?? field;
  };
  return { byField, nameOf };
}

/** Columns by their place, for banks that write no headers. */
export function columnsOfPlaces(places: Readonly<Partial<Record<Field, readonly number[]>>>) {
  const byField = new Map(Object.entries(places) as [Field, readonly number[]][]);
  const nameOf = (field: Field) => `column ${(byField.get(field)?.[0] ?? 0) + 1}`;
  return { byField, nameOf } satisfies Columns;
}

/** How many of the fields these headers name. */
export function countFields(cells: readonly string[]): number {
  const names = cells.map(plainHeader);
  return FIELDS.filter((field) => placesOf(field, names).length > 0).length;
}

/** The fields without which there is no statement, and for which there is no column. */
export function missingFields({ byField }: Columns): Field[] {
  const has = (...fields: Field[]) => fields.some((field) => byField.has(field));
  return [
    ...(has('bookedOn', 'valueOn') ? [] : (['bookedOn'] as const)),
    ...(has('amount') || (has('received') && has('paid')) ? [] : (['amount'] as const)),
  ];
}

/** Throws `CsvProblem` naming the fields without which there is no statement. */
export function requireColumns(header: Row, columns: Columns): void {
  const missing = missingFields(columns);
  if (missing.length === 0) return;
  throw new CsvProblem(
    `No column is known for ${missing.join(' and ')}; there are ${sayHeaders(header)}. Name it: amount=Bedrag.`,
    { line: header.line },
  );
}

/** A description is written in several columns; of other fields the best known header counts. */
function placesOf(field: Field, names: readonly string[]): number[] {
  const known: readonly string[] = HEADERS[field];
  const places = known.map((name) => names.indexOf(name)).filter((place) => place !== -1);
  return field === 'description' ? places.toSorted((a, b) => a - b) : places.slice(0, 1);
}

const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

const sayHeaders = ({ cells }: Row) =>
  cells
    .slice(0, 30)
    .map((cell) => `“${cell.trim().slice(0, 40)}”`)
    .join(', ');
