import { type BankWarning, message, type Static, Type } from '@inning/sdk';
import { MessageSchema } from '../../routing/index.ts';
import { statementTexts } from './statement-texts.ts';

/** What is odd about a statement, as a person reads it in any language. */
export const WarningSchema = Type.Object({
  because: MessageSchema,
  message: Type.String({ description: 'In the words of the reader' }),
  line: Type.Union([Type.Integer(), Type.Null()], {
    description: 'Where it is in the file; the first place when it is there more often',
  }),
  count: Type.Integer({ description: 'How often it is so' }),
});
export type WarningView = Static<typeof WarningSchema>;

export function warningView({
  code,
  message: said,
  params,
  place,
  count,
}: BankWarning): WarningView {
  // A table has no sum to tell: each balance is held against the one before it.
  const isStep = code === 'BALANCES_DIFFER' && !params;
  const known = `bank-statement.${isStep ? 'BALANCE_NOT_FOLLOWING' : (code ?? 'NOTE')}`;
  const because = Object.hasOwn(statementTexts, known)
    ? message(known, params ?? {})
    : message('bank-statement.NOTE', { said });
  return {
    because,
    message: said,
    line: place.line ?? null,
    count: count ?? 1,
  };
}
