import type { ImportedCreditor, ImportedInvoice, Message, Refusal } from '@inning/sdk';
import { plainNumber } from './identify-debtor.ts';

type Numbered = Pick<ImportedCreditor, 'companyNumber' | 'vatNumber'>;

/**
 * Refuses an invoice that is not this creditor's: one that the creditor has to pay, or one of somebody
 * else. Only numbers decide; where either side has none, nothing is said.
 */
export function checkCreditor(
  invoice: Pick<ImportedInvoice, 'creditor' | 'debtor'>,
  own: ImportedCreditor,
): (Refusal & Pick<Message, 'params'>) | null {
  const { creditor, debtor } = invoice;
  const whose = creditor ? compare(creditor, own) : 'unknown';
  if (whose !== 'same' && compare(debtor, own) === 'same') {
    const message = `${own.name ?? ''} has to pay this invoice itself; it is a purchase invoice.`;
    return { code: 'PURCHASE_INVOICE', message, params: { creditor: own.name } };
  }
  return whose === 'different' ? differs(nameOf(creditor), own.name ?? '') : null;
}

function differs(name: string, creditor: string): Refusal & Pick<Message, 'params'> {
  const message = `This is an invoice of ${name}, not of ${creditor}.`;
  return { code: 'CREDITOR_DIFFERS', message, params: { name, creditor } };
}

const nameOf = (creditor: ImportedCreditor | undefined): string =>
  creditor?.name ?? creditor?.companyNumber ?? creditor?.vatNumber ?? '–';

/** One equal number is enough to be the same party: a VAT group or a new number keeps the other. */
function compare(one: Numbered, other: Numbered): 'same' | 'different' | 'unknown' {
  const both = (['companyNumber', 'vatNumber'] as const).flatMap((field) => {
    const [a, b] = [one[field], other[field]];
    return a && b ? [plainNumber(a) === plainNumber(b)] : [];
  });
  if (both.length === 0) return 'unknown';
  return both.includes(true) ? 'same' : 'different';
}
