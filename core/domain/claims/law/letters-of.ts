import type { Invoice } from '../../invoices/index.ts';

/**
 * Announced invoices by the letter that did it; those whose letter has not left yet share the next one, and
 * those that a person held back are asked apart from the rest of their letter.
 */
export function lettersOf(invoices: readonly Invoice[]): Map<string, Invoice[]> {
  const announced = invoices.filter((one) => one.costState === 'announced' && !one.disputedAt);
  return Map.groupBy(announced, ({ announcement }) => {
    if (!announcement?.sentOn) return NEXT_LETTER;
    return announcement.heldBackOn ? `${announcement.id} held back` : announcement.id;
  });
}
const NEXT_LETTER = '';
