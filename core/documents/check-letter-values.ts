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
  // Of several invoices some may be announced by this letter while costs of others are owed already.
  if (amounts.announcedCents !== 0 && amounts.costState === 'none') {
    throw new LetterValuesInvalidError('amounts.announcedCents', 'needs costs that are announced');
  }
  checkSpecification({ amounts, invoices });
}

/** Where a letter shows what belongs to each invoice, that adds up to what it asks for. */
function checkSpecification({
  amounts,
  invoices,
}: Pick<LetterValues, 'amounts' | 'invoices'>): void {
  if (invoices.some(({ toPayCents }) => toPayCents === undefined)) return;
  const sum = (of: (invoice: LetterValues['invoices'][number]) => number | undefined) =>
    invoices.reduce((total, invoice) => total + (of(invoice) ?? 0), 0);
  if (sum(({ toPayCents }) => toPayCents) !== amounts.openCents) {
    throw new LetterValuesInvalidError(
      'invoices.toPayCents',
      'does not add up to amounts.openCents',
    );
  }
  if (sum(({ costsCents }) => costsCents) !== amounts.costsCents) {
    throw new LetterValuesInvalidError(
      'invoices.costsCents',
      'does not add up to amounts.costsCents',
    );
  }
  if (sum(({ interestCents }) => interestCents) !== amounts.interestCents) {
    throw new LetterValuesInvalidError(
      'invoices.interestCents',
      'does not add up to amounts.interestCents',
    );
  }
}
