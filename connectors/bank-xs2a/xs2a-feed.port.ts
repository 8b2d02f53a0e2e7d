import {
  asText,
  type BankFeedPort,
  ConnectorRefusedError,
  type FeedAccount,
  isCalendarDate,
  type JsonFields,
  type PluginTools,
} from '@inning/sdk';
import { bankListIn } from '@inning/sdk/bank';
import { askBank, type Bank, type BankRequest } from './ask-bank.ts';
import { BANKS, credentialNames } from './banks.ts';
import { type ConsentName, readConsentName } from './consent-name.ts';
import { createLists, LIST_QUERY, withQuery } from './find-lists.ts';
import { centsOf, dayOfMoment } from './read-lines.ts';
import { bookedOf, readPage, writeCursor } from './read-page.ts';
import { createConsents } from './xs2a-consent.ts';
import type { Xs2aSettings } from './xs2a-settings.ts';

export function createXs2aFeed(tools: PluginTools, settings: Xs2aSettings): BankFeedPort {
  const { http } = tools;

  const addressOf = (id: string) => settings.addresses.find((one) => one.bank === id)?.url ?? null;

  function bankOf(id: string): Bank {
    const bank = BANKS.find((one) => one.id === id);
    const url = addressOf(id);
    if (!bank) throw new ConnectorRefusedError(`There is no bank "${id.slice(0, 40)}" here.`);
    if (url === null)
      throw new ConnectorRefusedError(`Nobody entered the address of ${bank.title}.`);
    return { ...bank, url };
  }

  function ask({ bank, holder, consentId }: ConsentName, request: Pick<BankRequest, 'path'>) {
    const profile = bankOf(bank);
    const hasConsent = profile.consents === 'berlin-group';
    const headers = hasConsent ? { 'consent-id': consentId } : {};
    return askBank(http, profile, { ...request, holder, headers });
  }

  const lists = createLists({ bankOf, ask });

  return {
    async banks() {
      return BANKS.map((bank) => {
        const { id, title, asks, consentDays, readsPerDay } = bank;
        const credentials = Object.values(credentialNames(bank)).filter((name) => name !== null);
        const isSetUp = addressOf(id) !== null;
        return { id, title, asks, consentDays, readsPerDay, credentials, isSetUp };
      });
    },

    ...createConsents({ http, bankOf, ask }),

    async accounts({ consent }) {
      const name = readConsentName(consent);
      return (await lists.accounts(name)).flatMap(accountOf);
    },

    async lines({ consent, accountId, from, until, cursor }) {
      const name = readConsentName(consent);
      const bank = bankOf(name.bank);
      const query = { dateFrom: from, dateTo: until, ...LIST_QUERY[bank.lists] };
      const { path, seen } = cursor
        ? readPage(cursor)
        : { path: withQuery(await lists.pathOf(name, accountId, 'transactions'), query), seen: {} };
      const { lines, next } = bookedOf(bank, await ask(name, { path }), seen);
      return { lines, next: next === null ? null : writeCursor(next, seen) };
    },

    async balance({ consent, accountId }) {
      const name = readConsentName(consent);
      const path = await lists.pathOf(name, accountId, 'balances');
      const rows = bankListIn(bankOf(name.bank).title, await ask(name, { path }), 'balances');
      const booked = rows.find((row) => BOOKED.has(asText(row['balanceType']) ?? ''));
      const on = asText(booked?.['referenceDate']) ?? dayOfMoment(booked?.['lastChangeDateTime']);
      if (!booked || !isCalendarDate(on)) return null;
      return { bookedCents: centsOf(booked['balanceAmount']), on };
    },
  };
}

const BOOKED = new Set(['closingBooked', 'interimBooked']);

/** An account that is closed or has no number cannot be read. */
function accountOf(account: JsonFields): FeedAccount[] {
  const number = asText(account['iban']) ?? asText(account['bban']);
  const id = asText(account['resourceId']) ?? number;
  if (id === null || number === null || account['status'] === 'deleted') return [];
  return [
    {
      id,
      account: number.replace(/\s/g, ''),
      currency: asText(account['currency']) ?? 'EUR',
      holder: asText(account['ownerName']) ?? asText(account['name']),
    },
  ];
}
