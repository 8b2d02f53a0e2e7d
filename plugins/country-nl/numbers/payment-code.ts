import { type AskedTransfer, DomainError } from '@inning/sdk';
import { epcAmount, makeEpcPayload } from './epc-payload.ts';
import { isRfReference } from './rf-reference.ts';

const LONGEST = { name: 70, reference: 140 } as const;

/** The European code for a transfer in euros; null for what it cannot say, such as an account without IBAN. */
export function paymentCode({
  name,
  iban,
  amountCents,
  currency,
  reference,
}: AskedTransfer): string | null {
  if (currency !== 'EUR' || amountCents <= 0) return null;
  try {
    return makeEpcPayload({
      name: fit(name, LONGEST.name),
      iban,
      amount: epcAmount(amountCents),
      ...referenceOf(fit(reference ?? '', LONGEST.reference)),
    });
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

function referenceOf(text: string) {
  if (isRfReference(text)) return { structured: text.replaceAll(' ', '').toUpperCase() };
  return text === '' ? {} : { unstructured: text };
}

/** One line, not longer than a bank takes. */
const fit = (text: string, most: number): string =>
  [...text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()].slice(0, most).join('');
