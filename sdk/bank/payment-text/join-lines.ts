/** A full line of `:86:` holds 65 characters; some banks count the tag with the first one. */
const FULL = 65;
const TAG_LENGTH = ':86:'.length;

/**
 * The lines of a field as one text. Banks cut a text wherever a line is full, in the middle of a word
 * or a number; a line that ended earlier ended on purpose, or lost its last space on the way.
 */
export function joinLines(lines: readonly string[], full = FULL): string {
  let joined = '';
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    const isCut =
      previous !== undefined &&
      (previous.length >= full || (index === 1 && previous.length === FULL - TAG_LENGTH));
    joined += previous === undefined || isCut ? line : ` ${line}`;
  }
  return joined;
}

/** ABN AMRO prints two columns of 32 characters, and cuts where a column is full. */
export const COLUMN = 32;
const LABEL = /^[A-Z][A-Z. ]*: /i;

export function joinColumns(lines: readonly string[]): string {
  const columns = lines.flatMap((line) =>
    line[COLUMN] === ' ' ? [line.slice(0, COLUMN), line.slice(COLUMN + 1)] : [line],
  );
  let joined = '';
  for (const [index, column] of columns.entries()) {
    const next = columns[index + 1] ?? '';
    const isCut = column.length === COLUMN && !column.endsWith(' ') && !LABEL.test(next);
    joined += isCut ? column : `${column} `;
  }
  return joined;
}
