import type { ImportedCreditor, ImportedInvoice, Message, Refusal } from '@inning/sdk';
import { checkCreditor } from './check-creditor.ts';

const LONGEST_NUMBER = 100;

/** Why an invoice cannot be taken over, or null. Importers check their format; this checks our rules. */
export function checkInvoice(
  invoice: ImportedInvoice,
  settings: { readonly currency: string; readonly creditor: ImportedCreditor },
): (Refusal & Pick<Message, 'params'>) | null {
  const foreign = checkCreditor(invoice, settings.creditor);
  if (foreign) return foreign;
  const { number, totalCents, openCents, currency } = invoice;
  if (number.trim() === '' || number.length > LONGEST_NUMBER) {
    return refuse('NUMBER_INVALID', `A number has 1 to ${LONGEST_NUMBER} characters.`);
  }
  if (totalCents < 1) return refuse('AMOUNT_INVALID', 'The amount is not more than zero.');
  if (currency !== settings.currency) {
    const text = `The currency is ${currency}; this administration is kept in ${settings.currency}.`;
    return {
      code: 'CURRENCY_DIFFERS',
      message: text,
      params: { currency, expected: settings.currency },
    };
  }
  if (openCents !== null && openCents < 0) {
    return refuse('OPEN_AMOUNT_INVALID', 'The open amount is less than zero.');
  }
  if (openCents !== null && openCents > totalCents) {
    return refuse('OPEN_AMOUNT_INVALID', 'More is open than the invoice amounts to.');
  }
  return null;
}

const refuse = (code: string, message: string): Refusal => ({ code, message });
