import { describe, expect, it } from 'vitest';
import { compareNames } from './compare-names.ts';

const person = (initials: string, lastName: string) => ({
  isBusiness: false,
  name: `${initials} ${lastName}`,
  lastName,
  initials,
  tradeNames: [],
});
const business = (name: string) => ({
  isBusiness: true,
  name,
  lastName: '',
  initials: '',
  tradeNames: [],
});

describe('the name of a payer', () => {
  it.each([
    ['L.A. Beekis-Mulder', person('LA', 'Beekis')],
    ['A.L. Laanbeek', person('AL', 'Laanbeek')],
    ['LA BEEKIS', person('LA', 'Beekis')],
    ['MULDER-BEEKIS D.E.', person('DE', 'Beekis')],
    ['P. Post EN/OF D.E. Beekis', person('DE', 'Beekis')],
    ['E.O. Jansen', person('EO', 'Jansen')],
    ['SMIT NV', business('Smit N.V.')],
    ['St. Jeugdzorg', business('Stichting Jeugdzorg')],
  ])('"%s" is the same as that of the debtor', (payer, debtor) => {
    expect(compareNames(payer, debtor)).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    ['Schroeder J', person('J', 'Schröder')],
    ['Bouwbedr. Solid Gouda', business('Bouwbedrijf Solid Gouda')],
    ['BOUWBEDRIJF SOLID KATWI', business('Bouwbedrijf Solid Katwijk')],
  ])('"%s" is nearly that of the debtor', (payer, debtor) => {
    expect(compareNames(payer, debtor)).toBeGreaterThanOrEqual(0.75);
  });

  it.each([
    ['Slagerij Willems N.V.', business('Slagerij Willems B.V.')],
    ['Bakkerij Bos', business('Bakkerij Bosman')],
    ['B. Beekis', person('LA', 'Beekis')],
  ])('"%s" may be somebody else’s', (payer, debtor) => {
    expect(compareNames(payer, debtor)).toBeLessThan(0.95);
  });
});
