import {
  asFields,
  asText,
  type BankFeedPort,
  ConnectorRefusedError,
  type ConsentRequest,
  type ConsentState,
  isCalendarDate,
  type JsonFields,
  type PluginHttp,
} from '@inning/sdk';
import { bankListIn } from '@inning/sdk/bank';
import { askBank, type Bank, type BankRequest } from './ask-bank.ts';
import { type ConsentName, nameConsent, readConsentName } from './consent-name.ts';

export type Asks = {
  readonly http: PluginHttp;
  readonly bankOf: (id: string) => Bank;
  /** A question under a consent. */
  readonly ask: (name: ConsentName, request: Pick<BankRequest, 'path'>) => Promise<JsonFields>;
};

/** Asking the owner for consent, and how it stands. */
export function createConsents(asks: Asks): Pick<BankFeedPort, 'begin' | 'consent'> {
  const { http, bankOf, ask } = asks;
  return {
    async begin(request) {
      const bank = bankOf(request.bank);
      const { holder, until } = request;
      if (bank.consents === 'by-sign-in') {
        const consent = nameConsent({ bank: bank.id, holder, consentId: until });
        return { consent, url: null, signIn: { credential: bank.id, parameters: {} } };
      }
      const answer = await askBank(http, bank, consentRequestOf(request));
      const consentId = asText(answer['consentId']);
      if (consentId === null) throw new ConnectorRefusedError(`${bank.title} made no consent.`);
      const consent = nameConsent({ bank: bank.id, holder, consentId });
      const signIn = signInFor(bank, consentId);
      return { consent, url: signIn === null ? redirectOf(bank, answer) : null, signIn };
    },

    async consent({ consent }) {
      const name = readConsentName(consent);
      if (bankOf(name.bank).consents === 'by-sign-in') {
        bankListIn(bankOf(name.bank).title, await ask(name, { path: '/accounts' }), 'accounts');
        return { state: 'given', until: isCalendarDate(name.consentId) ? name.consentId : null };
      }
      const path = `/consents/${encodeURIComponent(name.consentId)}`;
      const answer = await ask(name, { path });
      const until = asText(answer['validUntil']);
      const state = STATES[asText(answer['consentStatus']) ?? ''] ?? 'waiting';
      return { state, until: isCalendarDate(until) ? until : null };
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

/** A bank with OAuth hears in the sign-in for which consent it is. */
function signInFor({ id, oauth }: Bank, consentId: string) {
  if (oauth === null) return null;
  const { consentIn, scopes } = oauth;
  const value = consentIn === 'scope' ? [...scopes, `AIS:${consentId}`].join(' ') : consentId;
  return { credential: id, parameters: consentIn === null ? {} : { [consentIn]: value } };
}

function redirectOf({ title }: Bank, answer: JsonFields): string {
  const url = asText(asFields(asFields(answer['_links'])['scaRedirect'])['href']);
  if (url !== null && url.startsWith('https://')) return url;
  throw new ConnectorRefusedError(`${title} does not say where consent is given.`);
}

/** The owner chooses at the bank which accounts it is for: the lists are empty. */
function consentRequestOf(request: ConsentRequest): BankRequest {
  return {
    path: '/consents',
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
