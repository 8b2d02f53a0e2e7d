import { describe, expect, it } from 'vitest';
import { sayChange, sayRefusal } from './say-item.ts';

describe('what is said of an item', () => {
  it('shows amounts, days and texts as a person reads them', () => {
    expect(sayChange({ field: 'totalCents', from: 10_000, to: 12_050 }, 'nl')).toMatch(
      /^bedrag: €\s100,00 → €\s120,50$/,
    );
    expect(sayChange({ field: 'dueOn', from: '2026-03-02', to: '2026-03-09' }, 'en')).toBe(
      'due date: Mon 2 Mar 2026 → Mon 9 Mar 2026',
    );
    const to = { street: 'Kade', houseNumber: '1', postcode: null, city: 'Hoorn', country: 'NL' };
    expect(sayChange({ field: 'debtor.invoiceAddress', from: null, to }, 'nl')).toBe(
      'factuuradres: – → Kade 1 Hoorn NL',
    );
  });

  it('says our refusals in the language of the reader, and leaves those of an importer alone', () => {
    const params = { currency: 'USD', expected: 'EUR' };

    expect(sayRefusal({ code: 'CURRENCY_DIFFERS', message: 'x', params }, 'nl')).toBe(
      'De munt is USD; deze administratie wordt in EUR gevoerd.',
    );
    expect(sayRefusal({ code: 'COLUMN_COUNT', message: 'Too few columns.' }, 'nl')).toBe(
      'Too few columns.',
    );
  });
});
