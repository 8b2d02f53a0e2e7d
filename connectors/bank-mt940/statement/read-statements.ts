import type { BankReadOptions, ReadStatement } from '@inning/sdk';
import type { References } from '@inning/sdk/bank';
import type { Field } from '../text/split-fields.ts';
import { startStatement } from './start-statement.ts';

/** Statement by statement, each read while its fields pass by. One begins with its reference (`:20:`). */
export function* readStatements(
  fields: Iterable<Field>,
  references: References,
  options: BankReadOptions = {},
): Generator<ReadStatement> {
  let statement: ReturnType<typeof startStatement> | null = null;
  for (const field of fields) {
    if (field.tag === '20' && statement) {
      yield statement.finish();
      statement = null;
    }
    statement ??= startStatement(references, options);
    statement.add(field);
  }
  if (statement) yield statement.finish();
}
