import {
  type BankReadOptions,
  FileUnreadableError,
  type InputFile,
  type ReadStatement,
} from '@inning/sdk';
import { Mt940Problem } from './mt940-problem.ts';
import { readStatements } from './statement/read-statements.ts';
import {
  ArchiveProblem,
  createReferences,
  type Pause,
  unpackFile,
  withoutPauses,
} from '@inning/sdk/bank';
import { MAX_FILE_BYTES } from './text/decode-text.ts';
import { readTextLines } from './text/read-text-lines.ts';
import { splitFields } from './text/split-fields.ts';

/** What banks call their MT940 files; in an archive the name is all there is to go by. */
export const MT940_FILES = {
  name: /\.(sta|mt9?40|940|942|swi|swift|txt|fin)$/i,
  kind: 'MT940 file',
  maxBytes: MAX_FILE_BYTES,
};

/**
 * Reads statement by statement, also of each file in an archive. Throws `FileUnreadableError`,
 * possibly after the first ones.
 */
export const readMt940 = (
  file: InputFile,
  options: BankReadOptions = {},
): Generator<ReadStatement> => withoutPauses(stepThroughMt940(file, options));

/** The same, with pauses between. */
export function* stepThroughMt940(
  file: InputFile,
  options: BankReadOptions = {},
): Generator<ReadStatement | Pause> {
  const references = createReferences();
  let { name } = file;
  try {
    const { files, passedOver } = unpackFile(file, MT940_FILES);
    let notRead = passedOver;
    for (const part of files) {
      name = part.name;
      let count = 0;
      const fields = splitFields(readTextLines(part.bytes));
      for (const statement of readStatements(fields, references, options)) {
        yield withPassedOver(statement, notRead);
        count += Number(statement !== null);
        notRead = statement ? [] : notRead;
      }
      if (count === 0) {
        throw new Mt940Problem('There is no MT940 statement in this file.', { line: 1 });
      }
    }
  } catch (error) {
    if (error instanceof ArchiveProblem) {
      throw new FileUnreadableError(name, error.message, {}, { cause: error });
    }
    if (!(error instanceof Mt940Problem)) throw error;
    throw new FileUnreadableError(name, error.message, error.place, { cause: error });
  }
}

/** Said with the first statement, since a warning belongs to one. */
function withPassedOver(
  statement: ReadStatement | Pause,
  names: readonly string[],
): ReadStatement | Pause {
  if (statement === null || names.length === 0) return statement;
  const params = { names: names.slice(0, 10).join(', ') };
  const message = `Not read, because it is no MT940: ${params.names}.`;
  const warning = { place: {}, message, code: 'ARCHIVE_FILE_PASSED_OVER', params };
  return { ...statement, warnings: [...statement.warnings, warning] };
}
