import {
  type BankReadOptions,
  type BankStatement,
  FileUnreadableError,
  type InputFile,
} from '@inning/sdk';
import { Mt940Problem } from './mt940-problem.ts';
import { groupStatements } from './statement/group-statements.ts';
import { readStatement } from './statement/read-statement.ts';
import { createReferences } from '@inning/sdk/bank';
import { readTextLines } from './text/read-text-lines.ts';
import { splitFields } from './text/split-fields.ts';

/** Reads statement by statement. Throws `FileUnreadableError`, possibly after the first ones. */
export function* readMt940(
  file: InputFile,
  options: BankReadOptions = {},
): Generator<BankStatement> {
  const references = createReferences();
  try {
    let count = 0;
    for (const fields of groupStatements(splitFields(readTextLines(file.bytes)))) {
      count += 1;
      yield readStatement(fields, references, options);
    }
    if (count === 0) {
      throw new Mt940Problem('There is no MT940 statement in this file.', { line: 1 });
    }
  } catch (error) {
    if (!(error instanceof Mt940Problem)) throw error;
    throw new FileUnreadableError(file.name, error.message, error.place, { cause: error });
  }
}
