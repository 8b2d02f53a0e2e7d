import {
  type BankFeedPort,
  type ConsentRequest,
  type ConsentState,
  ConnectorRefusedError,
  type FeedAccount,
  isCalendarDate,
  type PluginTools,
} from '@inning/sdk';
import { asFields, askBank, asText, type BankRequest, type Fields, listIn } from './ask-bank.ts';
import { BANKS, type BankProfile } from './banks.ts';
import { type ConsentName, nameConsent, readConsentName } from './consent-name.ts';
import { bookedOf, readPage, writeCursor } from './read-page.ts';
import { centsOf } from './read-lines.ts';
import type { Xs2aSettings } from './xs2a-settings.ts';

export function createXs2aFeed(tools: PluginTools, settings: Xs2aSettings): BankFeedPort {
  const { http } = tools;

  function bankOf(id: string): BankProfile {
    const bank = BANKS.find((one) => one.id === id);
    if (!bank) throw new ConnectorRefusedError(`There is no bank "${id.slice(0, 40)}" here.`);
    const other = settings.addresses.find((one) => one.bank === id);
    return other ? { ...bank, url: other.url } : bank;
  }

  /** A question under a consent. */
  function ask({ bank, holder, consentId }: ConsentName, request: Pick<BankRequest, 'path'>) {
    const profile = bankOf(bank);
    const hasConsent = profile.consents === 'berlin-group';
    const headers = hasConsent ? { 'consent-id': consentId } : {};
    return askBank(http, profile, { ...request, holder, headers });
  }

  return {
    async banks() {
      return BANKS.map(({ id, title, asks, consentDays, readsPerDay }) => {
        return { id, title, asks, consentDays, readsPerDay };
      });
    },

    async begin(request) {
      const bank = bankOf(request.bank);
      const { holder, until } = request;
      const signIn = { credential: bank.id, parameters: {} };
      if (bank.consents === 'by-sign-in') {
        const consent = nameConsent({ bank: bank.id, holder, consentId: until });
        return { consent, url: null, signIn };
      }
      const answer = await askBank(http, bank, consentRequestOf(request));
      const consentId = asText(answer['consentId']);
      if (consentId === null) throw new ConnectorRefusedError(`${bank.title} made no consent.`);
      const consent = nameConsent({ bank: bank.id, holder, consentId });
      if (bank.oauth) {
        const { consentIn } = bank.oauth;
        const value = consentIn === 'scope' ? `AIS:${consentId}` : consentId;
        const parameters = consentIn === null ? {} : { [consentIn]: value };
        return { consent, url: null, signIn: { ...signIn, parameters } };
      }
      const url = asText(asFields(asFields(answer['_links'])['scaRedirect'])['href']);
      if (url === null || !url.startsWith('https://')) {
        throw new ConnectorRefusedError(`${bank.title} does not say where consent is given.`);
      }
      return { consent, url, signIn: null };
    },

    async consent({ consent }) {
      const name = readConsentName(consent);
      if (bankOf(name.bank).consents === 'by-sign-in') {
        listIn(bankOf(name.bank), await ask(name, { path: '/accounts' }), 'accounts');
        return { state: 'given', until: isCalendarDate(name.consentId) ? name.consentId : null };
      }
      const path = `/consents/${encodeURIComponent(name.consentId)}`;
      const answer = await ask(name, { path });
      const until = asText(answer['validUntil']);
      const state = STATES[asText(answer['consentStatus']) ?? ''] ?? 'waiting';
      return { state, until: isCalendarDate(until) ? until : null };
    },

    async accounts({ consent }) {
      const name = readConsentName(consent);
      const answer = await ask(name, { path: '/accounts' });
      return listIn(bankOf(name.bank), answer, 'accounts').flatMap(accountOf);
    },

    async lines({ consent, accountId, from, until, cursor }) {
      const name = readConsentName(consent);
      const query = new URLSearchParams({ dateFrom: from, dateTo: until, bookingStatus: 'booked' });
      const first = `/accounts/${encodeURIComponent(accountId)}/transactions?${query.toString()}`;
      const { path, seen } = readPage(cursor, first);
      const answer = await ask(name, { path });
      const { lines, next } = bookedOf(bankOf(name.bank), answer, seen);
      return { lines, next: next === null ? null : writeCursor(next, seen) };
    },

    async balance({ consent, accountId }) {
      const name = readConsentName(consent);
      const path = `/accounts/${encodeURIComponent(accountId)}/balances`;
      const rows = listIn(bankOf(name.bank), await ask(name, { path }), 'balances');
      const booked = rows.find((row) => BOOKED.has(asText(row['balanceType']) ?? ''));
      const on = asText(booked?.['referenceDate']);
      if (!booked || !isCalendarDate(on)) return null;
      return { bookedCents: centsOf(booked['balanceAmount']), on };
    },
  };
}

/** Berlin Group, 14.16. */
const STATES: Readonly<Record<string, ConsentState['state']>> = {
  received: 'waiting',
  partiallyAuthorised: 'waiting',
  valid: 'given',
  rejected: 'refused',
  expired: 'ended',
  revokedByPsu: 'ended',
  terminatedByTpp: 'ended',
};
const BOOKED = new Set(['closingBooked', 'interimBooked']);

const PATH = '/consents';

/** The owner chooses at the bank which accounts it is for: the lists are empty. */
function consentRequestOf(request: ConsentRequest): BankRequest {
  return {
    path: PATH,
    method: 'POST',
    holder: null,
    json: {
      access: { accounts: [], balances: [], transactions: [] },
      recurringIndicator: true,
      validUntil: request.until,
      frequencyPerDay: 4,
      combinedServiceIndicator: false,
    },
    headers: {
      'tpp-redirect-preferred': 'true',
      'tpp-redirect-uri': request.returnUrl,
      'tpp-nok-redirect-uri': request.returnUrl,
      'psu-ip-address': request.personIp,
      'psu-accept-language': request.language,
    },
  };
}

/** An account that is closed or has no number cannot be read. */
function accountOf(account: Fields): FeedAccount[] {
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
