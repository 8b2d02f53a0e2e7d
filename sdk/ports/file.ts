import { DomainError } from '../errors.ts';

/** A file as a person handed it in. */
export type InputFile = { readonly name: string; readonly bytes: Uint8Array };

/** Where in a file something is: a line (from 1), a column or element name, or a path in a tree. */
export type Place = {
  readonly line?: number;
  readonly field?: string;
  readonly path?: string;
};

export function sayPlace(place: Place): string {
  const parts = [
    place.line === undefined ? null : `line ${place.line}`,
    place.field === undefined ? null : `field ${place.field}`,
    place.path ?? null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** The file as a whole cannot be read; nothing of it was taken over. */
export class FileUnreadableError extends DomainError {
  readonly code = 'FILE_UNREADABLE';
  readonly status = 422;

  // Who reads a file names all four; an object would only repeat their names.
  // oxlint-disable-next-line max-params
  constructor(file: string, problem: string, place: Place = {}, options?: ErrorOptions) {
    const where = sayPlace(place);
    super(
      `${file}${where ? `, ${where}` : ''}: ${problem}`,
      { file, line: place.line ?? null, field: place.field ?? null, path: place.path ?? null },
      options,
    );
  }
}
