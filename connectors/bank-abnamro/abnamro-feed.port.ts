import {
  addDays,
  asText,
  type BankFeedPort,
  type BankLine,
  type CalendarDate,
  ConnectorRefusedError,
  ConnectorUnavailableError,
  type JsonFields,
  latestDay,
  type PluginTools,
} from '@inning/sdk';
import { bankDay, bankListIn } from '@inning/sdk/bank';
import { ABNAMRO_SERVERS, type AbnAmroSettings } from './abnamro-settings.ts';
import { ABNAMRO, askAbnAmro, CREDENTIALS } from './ask-abnamro.ts';
import { nameConsent, readConsentName } from './consent-name.ts';
import { centsOf, ibanIn, lineOf } from './read-mutations.ts';

const BANK = {
  id: 'abnamro',
  title: ABNAMRO,
  asks: 'consent',
  // The law (PSD2, RTS 2018/389 articles 10 and 36).
  consentDays: 180,
  readsPerDay: 4,
  credentials: Object.values(CREDENTIALS),
  isSetUp: true,
} as const;

/** Accounts in the Netherlands, and business ones in Belgium, the United Kingdom and Germany. */
const PART_OF_THE_BANK = 'NLAA01';
const NEEDED = 'psd2:account:transaction:read';

export function createAbnAmroFeed(
  { http, clock }: PluginTools,
  { environment }: AbnAmroSettings,
): BankFeedPort {
  const server = ABNAMRO_SERVERS[environment];
  const ask = (consent: string, path: string) =>
    askAbnAmro({ http, server, holder: readConsentName(consent).holder }, path);
  const today = () => bankDay(clock.now(), 'Europe/Amsterdam');

  return {
    async banks() {
      return [BANK];
    },

    async begin({ bank, holder, until }) {
      if (bank !== BANK.id) {
        throw new ConnectorRefusedError('There is no other bank here than ABN AMRO.');
      }
      const parameters = { flow: 'code', bank: PART_OF_THE_BANK };
      const signIn = { credential: CREDENTIALS.signIn, parameters };
      return { consent: nameConsent({ holder, until }), url: null, signIn };
    },

    async consent({ consent }) {
      const info = await ask(consent, '/consentinfo');
      const scopes = asText(info['scopes'])?.split(' ') ?? [];
      const isGiven = ibanIn(info) !== null && scopes.includes(NEEDED);
      return { state: isGiven ? 'given' : 'refused', until: readConsentName(consent).until };
    },

    async accounts({ consent }) {
      const iban = ibanIn(await ask(consent, '/consentinfo'));
      if (iban === null) return [];
      const details = await ask(consent, `/accounts/${iban}/details`);
      const holder = asText(details['accountHolderName']) ?? asText(details['AccountHolderName']);
      const currency = asText(details['currency']) ?? 'EUR';
      return [{ id: iban, account: iban, currency, holder }];
    },

    async lines({ consent, accountId, from, until, cursor }) {
      const days = daysOf({ from, until, today: today() });
      if (days === null) return { lines: [], next: null };
      const page = cursor === null ? {} : { nextPageKey: cursor };
      const query = new URLSearchParams({ ...days, ...page });
      const answer = await ask(consent, `${pathOf(accountId)}/transactions?${query.toString()}`);
      const lines = mutationsIn(answer)
        .map(lineOf)
        .filter((line): line is BankLine => line !== null)
        .filter(({ bookedOn }) => bookedOn >= from && bookedOn <= until);
      return { lines, next: asText(answer['nextPageKey']) };
    },

    async balance({ consent, accountId }) {
      const answer = await ask(consent, `${pathOf(accountId)}/balances`);
      const { balanceType = BOOKED, amount } = answer;
      if (balanceType !== BOOKED || amount === undefined) return null;
      return { bookedCents: centsOf(amount), on: today() };
    },
  };
}

const BOOKED = 'BOOKBALANCE';
/** "The history for which transactions can be retrieved is 18 months". */
const HISTORY_DAYS = 540;

type Days = Record<'from' | 'until' | 'today', CalendarDate>;

/**
 * Whether the days of the bank's filters are included is told in two ways, so one more is asked on each
 * side; but no day that is still to come, and none from before its history, which are refused. Null when
 * all of them are from before.
 */
function daysOf({ from, until, today }: Days): Record<string, string> | null {
  const earliest = addDays(today, -HISTORY_DAYS);
  if (until < earliest) return null;
  const bookDateFrom = latestDay([addDays(from, -1), earliest]) ?? from;
  return { bookDateFrom, ...(until < today ? { bookDateTo: addDays(until, 1) } : {}) };
}

function pathOf(accountId: string): string {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(accountId)) {
    throw new ConnectorRefusedError('This is no account of ABN AMRO.');
  }
  return `/accounts/${accountId}`;
}

/** Without a list there may be nothing to show; but then the answer is of this account, or empty. */
function mutationsIn(answer: JsonFields): readonly JsonFields[] {
  if (answer['transactions'] !== undefined) return bankListIn(ABNAMRO, answer, 'transactions');
  const isEmpty = Object.keys(answer).length === 0 || asText(answer['accountNumber']) !== null;
  if (isEmpty) return [];
  throw new ConnectorUnavailableError('ABN AMRO gave an answer without transactions.');
}
