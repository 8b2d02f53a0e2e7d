import { asFields, asText, ConnectorRefusedError, type JsonFields } from '@inning/sdk';
import { bankListIn } from '@inning/sdk/bank';
import { linkOf } from './ask-bank.ts';
import type { BankProfile } from './banks.ts';
import type { ConsentName } from './consent-name.ts';
import type { Asks } from './xs2a-consent.ts';

export type List = 'transactions' | 'balances';

/** The accounts under a consent, and where the lists of one of them are. */
export function createLists({ bankOf, ask }: Pick<Asks, 'bankOf' | 'ask'>) {
  async function accounts(name: ConsentName): Promise<readonly JsonFields[]> {
    const answer = await ask(name, { path: '/accounts' });
    return bankListIn(bankOf(name.bank).title, answer, 'accounts');
  }

  return {
    accounts,
    async pathOf(name: ConsentName, accountId: string, list: List): Promise<string> {
      const bank = bankOf(name.bank);
      if (bank.lists === 'standard') return `/accounts/${encodeURIComponent(accountId)}/${list}`;
      const account = (await accounts(name)).find((one) => one['resourceId'] === accountId);
      const href = asText(asFields(asFields(asFields(account)['_links'])[list])['href']);
      if (href === null) throw new ConnectorRefusedError(`${bank.title} shows no ${list} of it.`);
      return linkOf(bank, href);
    },
  };
}

/** By the standard only what is booked is asked; where links are followed, as much as a page holds. */
export const LIST_QUERY: Readonly<Record<BankProfile['lists'], Readonly<Record<string, string>>>> =
  { standard: { bookingStatus: 'booked' }, linked: { limit: '50' } };

export const withQuery = (path: string, query: Readonly<Record<string, string>>): string =>
  `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(query).toString()}`;
