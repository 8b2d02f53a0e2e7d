import { describe, expect, it } from 'vitest';
import { checkCreditor } from './check-creditor.ts';

const own = { name: 'Van Dalen B.V.', companyNumber: '87410010', vatNumber: 'NL874100100B01' };
const other = { name: 'Kuipers B.V.', companyNumber: '12345678', vatNumber: 'NL123456780B01' };
const unnumbered = { name: 'Kuipers B.V.', companyNumber: null, vatNumber: null };
const verdict = (creditor: typeof own | typeof unnumbered | null, debtor: object) =>
  checkCreditor({ ...(creditor ? { creditor } : {}), debtor } as never, own)?.code ?? null;

describe('whose invoice it is', () => {
  it('takes invoices of the creditor, however its numbers are written', () => {
    expect(verdict(own, other)).toBeNull();
    expect(verdict({ ...own, companyNumber: '8741 0010' }, other)).toBeNull();
    // The VAT number of a group: the company number still tells.
    expect(verdict({ ...own, vatNumber: 'NL999999999B01' }, other)).toBeNull();
  });

  it('refuses what the creditor has to pay itself, and what somebody else claims', () => {
    expect(verdict(other, own)).toBe('PURCHASE_INVOICE');
    expect(verdict(null, own)).toBe('PURCHASE_INVOICE');
    expect(verdict(other, unnumbered)).toBe('CREDITOR_DIFFERS');
  });

  it('says nothing where there are no numbers to compare', () => {
    expect(verdict(null, other)).toBeNull();
    expect(verdict(unnumbered, other)).toBeNull();
  });

  it('takes what a creditor invoices to a part of itself', () => {
    expect(verdict(own, own)).toBeNull();
  });
});
