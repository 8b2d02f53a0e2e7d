import { Compile } from 'typebox/compile';
import { LetterValuesInvalidError } from './documents.errors.ts';
import { type LetterValues, LetterValuesSchema } from './letter-values.ts';

const validator = Compile(LetterValuesSchema);

/** Throws a `LetterValuesInvalidError` that names the first field that is wrong or does not add up. */
export function checkLetterValues(values: LetterValues): void {
  if (!validator.Check(values)) {
    const [problem] = validator.Errors(values);
    const field = (problem?.instancePath ?? '').slice(1).replaceAll('/', '.') || 'values';
    throw new LetterValuesInvalidError(field, problem?.message ?? 'is not valid');
  }
  checkAmounts(values);
}

// A letter that asks for a wrong amount must never leave, whoever made the mistake.
function checkAmounts({ amounts, invoices }: LetterValues): void {
  const invoicesCents = invoices.reduce((sum, invoice) => sum + invoice.openCents, 0);
  if (invoicesCents !== amounts.principalCents) {
    throw new LetterValuesInvalidError('amounts.principalCents', 'is not the sum of the invoices');
  }
  if (amounts.openCents !== amounts.principalCents + amounts.costsCents + amounts.interestCents) {
    throw new LetterValuesInvalidError('amounts.openCents', 'is not principal, costs and interest');
  }
  if (amounts.announcedCents !== 0 && amounts.costState !== 'announced') {
    throw new LetterValuesInvalidError('amounts.announcedCents', 'needs costs that are announced');
  }
}
