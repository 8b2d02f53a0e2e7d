import type { BankReadOptions, ReadStatement } from '@inning/sdk';
import type { Pause, References } from '@inning/sdk/bank';
import type { Field } from '../text/split-fields.ts';
import { startStatement } from './start-statement.ts';

/** So many fields take a few milliseconds. */
const PAUSE_EVERY = 100;

/** Statement by statement, each read while its fields pass by. One begins with its reference (`:20:`). */
export function* readStatements(
  fields: Iterable<Field>,
  references: References,
  options: BankReadOptions = {},
): Generator<ReadStatement | Pause> {
  let statement: ReturnType<typeof startStatement> | null = null;
  let count = 0;
  for (const field of fields) {
    if ((count += 1) % PAUSE_EVERY === 0) yield null;
    if (field.tag === '20' && statement) {
      yield statement.finish();
      statement = null;
    }
    statement ??= startStatement(references, options);
    statement.add(field);
  }
  if (statement) yield statement.finish();
}
