import { describe, expect, it } from 'vitest';
import { nameKey, searchFilter, searchWords } from './search-words.ts';

const debtor = {
  number: '1001',
  name: 'Café Jansén B.V.',
  email: 'info@jansen.example',
  invoiceAddress: { street: 'Dorpsstraat', postcode: '1234 AB', city: 'Ons Dorp' },
};

describe('searchWords', () => {
  it('finds by name, number, postcode, place and e-mail, without accents', () => {
    expect(searchWords(debtor)).toEqual(
      expect.arrayContaining(['cafe', 'jansen', '1001', '1234ab', 'dorp', 'info@jansen']),
    );
  });

  it('searches for words that begin so, and never for a pattern', () => {
    expect(searchFilter('Jans .* (dorp')).toEqual({
      $and: [{ searchWords: /^jans/ }, { searchWords: /^dorp/ }],
    });
    expect(searchFilter('  ')).toEqual({});
  });
});

describe('nameKey', () => {
  it('is the same however name and postcode are written', () => {
    const other = { name: 'CAFE JANSEN BV', invoiceAddress: { postcode: '1234ab' } };

    expect(nameKey({ ...debtor, name: 'Café Jansén BV' })).toBe(nameKey(other));
  });

  it('is nothing without a postcode: a name alone says too little', () => {
    expect(nameKey({ name: 'Jansen' })).toBeNull();
  });
});
