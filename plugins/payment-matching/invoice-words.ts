import type { Run } from './find-runs.ts';

/** Words after which the number of an invoice is expected. */
export const CUE =
  /^(?:F|FA|FAC|FACT|FACTUUR|FACTUREN|FACTUURNR|FACTUURNUMMER|FACTNR|FAKTUUR|INV|INVOICE|INVOICES|RECHNUNG|RECHNUNGSNUMMER|RE|RG|RNR|FACTURE|NOTA|NR|NUMMER|NUMBER)$/;
const INVOICE =
  /^(?:FACT|FACTUUR|FACTUREN|FACTUURNR|FACTUURNUMMER|FACTNR|FAKTUUR|INV|INVOICE|INVOICES|RECHNUNG|RECHNUNGSNUMMER|FACTURE)$/;
const NUMBER = /^(?:NR|NO|NUMMER|NUMBER)$/;

/** Whether the word before a run says that a number of an invoice follows: `factuur`, `invoice no.` */
export function isBehindInvoiceWord(runs: readonly Run[], at: number): boolean {
  const [run, before, further] = [runs[at], runs[at - 1], runs[at - 2]];
  if (!run || !before || !/^[\s\-/._:#]*$/.test(run.gap)) return false;
  if (INVOICE.test(before.text)) return true;
  return NUMBER.test(before.text) && further !== undefined && INVOICE.test(further.text);
}
