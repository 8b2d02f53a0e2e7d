import type { Invoice } from '../../invoices/index.ts';

/** Announced invoices by the letter that did it; those whose letter has not left yet share the next one. */
export function lettersOf(invoices: readonly Invoice[]): Map<string, Invoice[]> {
  const announced = invoices.filter((one) => one.costState === 'announced' && !one.disputedAt);
  return Map.groupBy(announced, ({ announcement }) =>
    announcement?.sentOn ? announcement.id : NEXT_LETTER,
  );
}
const NEXT_LETTER = '';
