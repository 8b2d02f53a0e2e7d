import { lettersAndDigits } from '../reading/plain-text.ts';

/** Which accounts pay for which debtors, beside the accounts the creditor gave. `debtor` is a row of the book. */
export type Knowledge = {
  debtorsOf(account: string, name: string): readonly number[];
  learn(payer: { readonly account: string; readonly name: string }, debtor: number): void;
};

/**
 * Knowledge that lives as long as a run. An account alone says little, since an office or a parent pays
 * for many, so the name on it must be the same too.
 */
export function createKnowledge(): Knowledge {
  const known = new Map<string, number[]>();
  const keyOf = (account: string, name: string) =>
    `${lettersAndDigits(account)} ${lettersAndDigits(name)}`;
  return {
    debtorsOf: (account, name) => known.get(keyOf(account, name)) ?? [],
    learn({ account, name }, debtor) {
      if (account === '' || name === '') return;
      const key = keyOf(account, name);
      const debtors = known.get(key) ?? [];
      if (!debtors.includes(debtor)) known.set(key, [...debtors, debtor].slice(-8));
    },
  };
}
