import { choiceIn, textsIn, type Upload } from '../../files/index.ts';
import { IbanInvalidError, isIban, plainIban } from '../accounts/is-iban.ts';
import type { TableReading } from './mappings.service.ts';

const DAY_ORDERS = ['day-first', 'month-first', 'year-first'] as const;
const DECIMAL_MARKS = [',', '.'] as const;
const LOOKS_LIKE_IBAN = /^[A-Z]{2}\d{2}/;

export type ReadingIn = TableReading & {
  /** Who wants it remembered; null when it counts once. */
  readonly rememberedBy: string | null;
};

/**
 * How a person says in a form that a table is read; undefined when the form says nothing of it. Throws
 * `IbanInvalidError` and `UploadFieldError`.
 */
export function readingIn(upload: Upload, by: string): ReadingIn | undefined {
  if (!upload.fields.has('columns')) return undefined;
  const account = plainIban(upload.fields.get('account') ?? '');
  if (LOOKS_LIKE_IBAN.test(account) && !isIban(account)) throw new IbanInvalidError();
  const dayOrder = choiceIn(upload, 'dayOrder', DAY_ORDERS);
  const decimalMark = choiceIn(upload, 'decimalMark', DECIMAL_MARKS);
  const columns = textsIn(upload, 'columns');
  return {
    account,
    columns,
    styles: { ...(dayOrder ? { dayOrder } : {}), ...(decimalMark ? { decimalMark } : {}) },
    rememberedBy: upload.fields.get('remember') === 'true' ? by : null,
  };
}
