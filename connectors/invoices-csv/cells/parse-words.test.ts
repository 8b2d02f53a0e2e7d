import { describe, expect, it } from 'vitest';
import { parseCountry, parseDebtorKind, parseInvoiceKind, parseLanguage } from './parse-words.ts';

describe('words in cells', () => {
  it.each([
    ['NL', 'NL'],
    ['nl', 'NL'],
    ['Nederland', 'NL'],
    ['The Netherlands', null],
    ['Netherlands', 'NL'],
    ['België', 'BE'],
    ['Belgique', 'BE'],
    ['Deutschland', 'DE'],
    ['Verenigd Koninkrijk', 'GB'],
    ['UK', 'GB'],
    ['DD', null],
    ['EU', null],
    ['ZZ', null],
    ['Narnia', null],
  ])('the country %s is %s', (text, code) => expect(parseCountry(text)).toBe(code));

  it.each([
    ['nl-BE', 'nl'],
    ['EN', 'en'],
    ['Frans', 'fr'],
    ['Français', 'fr'],
    ['Spaans', null],
  ])('the language %s is %s', (text, language) => expect(parseLanguage(text)).toBe(language));

  it('the kinds of debtor and invoice are Dutch or English', () => {
    expect(parseDebtorKind('Particulier')).toBe('consumer');
    expect(parseDebtorKind('Privé')).toBe('consumer');
    expect(parseDebtorKind('business')).toBe('business');
    expect(parseDebtorKind('vereniging')).toBeNull();
    expect(parseInvoiceKind('Credit note')).toBe('credit-note');
    expect(parseInvoiceKind('factuur')).toBe('invoice');
    expect(parseInvoiceKind('offerte')).toBeNull();
  });
});
