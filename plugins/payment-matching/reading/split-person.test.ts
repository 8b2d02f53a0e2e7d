import { describe, expect, it } from 'vitest';
import { compareNames } from './compare-names.ts';
import { splitPerson } from './split-person.ts';

describe('splitPerson', () => {
  it.each([
    ['T.M. Gielen', 'TM', 'GIELEN'],
    ['Jan de Vries', 'J', 'DE VRIES'],
    ['Vries, J. de', 'J', 'Vries'],
    ['Mevr. A.B. van den Berg-Jansen', 'AB', 'VAN DEN BERG JANSEN'],
    ['Fatima El Amrani', 'F', 'EL AMRANI'],
    ['Gielen', '', 'GIELEN'],
  ])('reads %s', (name, initials, lastName) => {
    expect(splitPerson(name)).toEqual({ initials, lastName });
  });

  it.each([
    ['J. de Vries', 'J DE VRIES'],
    ['Jan de Vries', 'HR J DE VRIES'],
    ['A.B. van den Berg-Jansen', 'A B BERG JANSEN VAN DEN'],
    ['Mevr. S. Bakker', 'BAKKER S'],
  ])('makes %s and the account of %s the same person', (name, payer) => {
    const named = { isBusiness: false, name, tradeNames: [], ...splitPerson(name) };
    expect(compareNames(payer, named)).toBeGreaterThanOrEqual(0.9);
  });
});
