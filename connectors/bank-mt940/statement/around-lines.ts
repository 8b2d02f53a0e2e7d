import { Mt940Problem } from '../mt940-problem.ts';
import { type Field, placeOfField } from '../text/split-fields.ts';
import { readAccount } from './account.ts';
import { readBalance } from './balances.ts';

/** What the lines of a statement are read with. */
export type LineContext = { readonly account: string; readonly currency: string };

/** Much more than a statement has; each is kept in memory until its end. */
const MAX_FIELDS = 10_000;

/** Gathers the fields around the lines, and of the lines only the first and the last. */
export function gatherAround() {
  const fields: Field[] = [];
  let last: Field | null = null;
  let hasLine = false;

  return {
    /** The field as it is meant; refuses one that shows that two statements ran together. */
    add(field: Field): Field {
      const own = asText(field, hasLine);
      refuseSecond(own, fields);
      last = bare(own);
      const isFirstLine = own.tag === '61' && !hasLine;
      hasLine ||= isFirstLine;
      if (isFirstLine || (isOfLine(own) && fields.length === 0)) fields.push(last);
      else if (!isOfLine(own)) fields.push(own);
      if (fields.length > MAX_FIELDS) {
        const problem = `This statement has more than ${MAX_FIELDS} fields besides its lines.`;
        throw new Mt940Problem(problem, placeOfField(own));
      }
      return own;
    },
    /** What is known before the first line, as it mostly is; null when the end may tell. */
    context(): LineContext | null {
      const opening = fields.find(({ tag }) => tag.startsWith('60'));
      const account = fields.find(({ tag }) => tag.startsWith('25'));
      if (!opening || !account) return null;
      const { currency } = readBalance(opening);
      const read = readAccount(account.lines[0] ?? '', currency);
      return read && { account: read.account, currency };
    },
    /** In the order of the file. */
    list(): readonly Field[] {
      return last === null || fields.at(-1)?.line === last.line ? fields : [...fields, last];
    },
  };
}

const MAX_ACCOUNT = 50;

/** Among the lines of a statement, a field for the account with much more in it is a text. */
function asText(field: Field, hasLine: boolean): Field {
  if (field.tag !== '25' || !hasLine) return field;
  const isAccount = field.lines.join('').trim().length <= MAX_ACCOUNT;
  return isAccount ? field : { ...field, tag: '86', writtenTag: field.tag };
}

/** These stand once in a statement; a second one means that two statements ran together. */
function refuseSecond(field: Field, fields: readonly Field[]): void {
  const kind = field.tag.replace(/[A-Z]$/, '');
  if (kind !== '25' && kind !== '60') return;
  const first = fields.find(({ tag }) => tag.startsWith(kind));
  if (first === undefined) return;
  const what = kind === '25' ? 'account' : 'opening balance';
  const problem = `A second ${what} in one statement; the first is on line ${first.line}.`;
  throw new Mt940Problem(problem, placeOfField(field));
}

const isOfLine = ({ tag }: Field): boolean => tag === '61' || tag === '86' || tag === 'NS';
/** Without what it says: only its name and place are asked for. */
const bare = ({ tag, line }: Field): Field => ({ tag, line, lines: [] });
