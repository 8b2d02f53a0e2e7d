import { setTimeout as sleep } from 'node:timers/promises';
import {
  asFields,
  asText,
  type BankFeedPort,
  type BankLine,
  ConnectorLockedOutError,
  ConnectorRefusedError,
  type FeedAccount,
  type JsonFields,
  type PluginTools,
} from '@inning/sdk';
import { type Asking, asNumber } from './ask-bunq.ts';
import { type BunqSession, openSession } from './bunq-context.ts';
import { BUNQ_SERVERS, type BunqSettings } from './bunq-settings.ts';
import { centsOf, dayOf, lineOf } from './read-payments.ts';

const BANK = 'bunq';
const PER_PAGE = 200;

/** No consent that ends and no law on how often: every hour is soon enough to know of a payment. */
const READS_PER_DAY = 24;

export function createBunqFeed(
  { http, state }: PluginTools,
  settings: BunqSettings,
  wait: Asking['wait'] = async (ms) => void (await sleep(ms)),
): BankFeedPort {
  const asking = { http, server: BUNQ_SERVERS[settings.environment], wait };

  const sessionOf = createSessions({ asking, state, settings });

  return {
    async banks() {
      const bank = { id: BANK, title: 'bunq', asks: 'key', consentDays: null } as const;
      const isSetUp = settings.apiKey !== undefined;
      return [{ ...bank, readsPerDay: READS_PER_DAY, credentials: [], isSetUp }];
    },

    async begin({ bank }) {
      if (bank !== BANK) throw new ConnectorRefusedError('There is no other bank here than bunq.');
      return { consent: nameOf((await sessionOf(null)).userId), url: null, signIn: null };
    },

    async consent({ consent }) {
      const { ask } = await sessionOf(consent);
      await ask('/monetary-account?count=1');
      return { state: 'given', until: null };
    },

    async accounts({ consent }) {
      const { ask } = await sessionOf(consent);
      const { objects } = await ask(`/monetary-account?count=${PER_PAGE}`);
      return objects.flatMap(accountOf);
    },

    async lines({ consent, accountId, from, until, cursor }) {
      const { ask, userId } = await sessionOf(consent);
      const path = cursor ?? `${paymentsOf(accountId)}?count=${PER_PAGE}`;
      const { objects, olderPath } = await ask(path);
      const payments = objects.map((one) => asFields(one['Payment']));
      const days = payments.map((one) => dayOf(one['created']));
      const lines = payments
        .map(lineOf)
        .filter((line): line is BankLine => line !== null)
        .filter(({ bookedOn }) => bookedOn >= from && bookedOn <= until);
      // The newest come first: on a page that begins before the first day nothing older is asked.
      const isDone = olderPath === null || days.some((day) => day < from);
      return { lines, next: isDone ? null : withoutUser(olderPath, userId) };
    },

    async balance({ consent, accountId }) {
      const { ask } = await sessionOf(consent);
      const { objects } = await ask(`${paymentsOf(accountId)}?count=1`);
      const [last] = objects.map((one) => asFields(one['Payment']));
      if (!last || last['balance_after_mutation'] === undefined) return null;
      return { bookedCents: centsOf(last['balance_after_mutation']), on: dayOf(last['created']) };
    },
  };
}

type Opening = { readonly asking: Asking } & Pick<PluginTools, 'state'> & {
    readonly settings: BunqSettings;
  };

/**
 * A session of whose consent it is; null is anybody's. Another key may be of somebody else, whose
 * accounts are not those that were chosen.
 */
const createSessions =
  ({ asking, state, settings: { apiKey } }: Opening) =>
  async (consent: string | null): Promise<BunqSession> => {
    if (apiKey === undefined) {
      throw new ConnectorLockedOutError('There is no API key of bunq: somebody must enter it.');
    }
    const opened = await openSession({ asking, state, apiKey });
    if (consent === null || nameOf(opened.userId) === consent) return opened;
    throw new ConnectorLockedOutError('The API key is now that of somebody else at bunq.');
  };

const nameOf = (userId: number): string => `bunq:${userId}`;

function paymentsOf(accountId: string): string {
  if (!/^\d{1,15}$/.test(accountId)) {
    throw new ConnectorRefusedError('This is no account of bunq.');
  }
  return `/monetary-account/${accountId}/payment`;
}

function withoutUser(path: string, userId: number): string {
  const start = `/user/${userId}/`;
  if (!path.startsWith(start)) {
    throw new ConnectorRefusedError('bunq leads to the payments of somebody else.');
  }
  return path.slice(start.length - 1);
}

/** Every kind of account has the same fields where it counts; one without IBAN cannot be matched. */
function accountOf(object: JsonFields): FeedAccount[] {
  const account = asFields(Object.values(object)[0]);
  const id = asNumber(account['id']);
  const iban = ibanOf(account);
  if (id === null || iban === null || account['status'] === 'CANCELLED') return [];
  return [
    {
      id: String(id),
      account: iban,
      currency: asText(account['currency']) ?? 'EUR',
      holder: asText(account['display_name']) ?? asText(account['description']),
    },
  ];
}

function ibanOf({ alias }: JsonFields): string | null {
  const aliases = Array.isArray(alias) ? alias.map(asFields) : [];
  const iban = aliases.find((one) => one['type'] === 'IBAN');
  return asText(iban?.['value'])?.replace(/\s/g, '') ?? null;
}
