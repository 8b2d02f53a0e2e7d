import { Mt940Problem } from '../mt940-problem.ts';
import { type Field, placeOfField } from '../text/split-fields.ts';

/** The fields of each statement. A statement begins with its reference (`:20:`). */
export function* groupStatements(fields: Iterable<Field>): Generator<Field[]> {
  let group: Field[] = [];
  for (const field of fields) {
    if (field.tag === '20' && group.length > 0) {
      yield group;
      group = [];
    }
    const own = asText(field, group);
    refuseSecond(own, group);
    group.push(own);
  }
  if (group.length > 0) yield group;
}

const MAX_ACCOUNT = 50;

/** Among the lines of a statement, a field for the account with much more in it is a text. */
function asText(field: Field, group: readonly Field[]): Field {
  if (field.tag !== '25' || !group.some(({ tag }) => tag === '61')) return field;
  const isAccount = field.lines.join('').trim().length <= MAX_ACCOUNT;
  return isAccount ? field : { ...field, tag: '86', writtenTag: field.tag };
}

/** These stand once in a statement; a second one means that two statements ran together. */
function refuseSecond(field: Field, group: readonly Field[]): void {
  const kind = field.tag.replace(/[A-Z]$/, '');
  if (kind !== '25' && kind !== '60') return;
  const first = group.find(({ tag }) => tag.startsWith(kind));
  if (first === undefined) return;
  const what = kind === '25' ? 'account' : 'opening balance';
  const problem = `A second ${what} in one statement; the first is on line ${first.line}.`;
  throw new Mt940Problem(problem, placeOfField(field));
}
