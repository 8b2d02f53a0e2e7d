import {
  addDays,
  type CalendarDate,
  DomainError,
  type FeedBank,
  isCalendarDate,
  type Locale,
} from '@inning/sdk';
import type { AdministrationKey, Id, Scope } from '../../store/index.ts';
import { findAdministration, keyOfAdministration, todayOf } from '../administrations/index.ts';
import { placeOf } from '../routing/index.ts';
import { type BankConnection, bankConnections, feedAccounts } from './bank-connection.model.ts';
import type { BankFeedsDeps, ConnectingPerson } from './bank-feeds.deps.ts';
import { BankUnknownError } from './bank-feeds.errors.ts';
import { withdrawTasks } from './consent-tasks.ts';
import { findConnection, openFeed } from './open-feed.ts';

export type Asking = ConnectingPerson & {
  readonly name: string;
  readonly ip: string;
  readonly language: Locale;
};
export type BankChoice = FeedBank & { readonly pluginId: string };
export type Begun = {
  readonly connection: BankConnection;
  /** Where the browser goes for consent; null when it is given already. */
  readonly url: string | null;
};

const LONGEST_DAYS = 365;

/** From choosing a bank to its consent, the first time and again before it ends. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createConnect(deps: BankFeedsDeps) {
  const { store, clock } = deps;
  const table = (scope: Scope) => store.table(bankConnections).in(scope);

  async function banks(place: AdministrationKey): Promise<BankChoice[]> {
    const feeds = await deps.feedsFor(place);
    const lists = await Promise.all(
      feeds.map(async ({ pluginId, port }) =>
        (await port.banks()).map((bank) => ({ ...bank, pluginId })),
      ),
    );
    return lists.flat().toSorted((a, b) => a.title.localeCompare(b.title, 'nl'));
  }

  async function begin(scope: Scope, connection: BankConnection, by: Asking): Promise<Begun> {
    const id = connection._id.toHexString();
    const port = await openFeed(deps, connection);
    const all = await port.banks();
    const bank = all.find((one) => one.id === connection.bank);
    if (!bank) throw new BankUnknownError(connection.bank);
    const today = await todayOf(deps, connection.administrationId);
    const returnTo = `/bank/connect?connectionId=${id}`;
    const started = await port.begin({
      bank: bank.id,
      holder: id,
      returnUrl: deps.publicUrl + returnTo,
      until: addDays(today, bank.consentDays ?? LONGEST_DAYS),
      language: by.language,
      personIp: by.ip,
    });
    const credential = started.signIn?.credential ?? null;
    const asked = { askedConsent: started.consent, credential };
    await table(scope).updateOne({ _id: connection._id }, { $set: asked });
    return { connection: await findConnection(deps, scope, connection._id), url: await urlOf() };

    async function urlOf(): Promise<string | null> {
      if (!started.signIn) return started.url;
      const { parameters } = started.signIn;
      const held = heldBy(connection, started.signIn.credential);
      return (await deps.signIns.start(held, by, { returnTo, parameters })).url;
    }
  }

  /** Takes what the bank says of the consent that was asked. */
  async function given(
    scope: Scope,
    connection: BankConnection,
    { consent, until }: { readonly consent: string; readonly until: CalendarDate | null },
  ): Promise<void> {
    const port = await openFeed(deps, connection);
    const found = await port.accounts({ consent });
    await withdrawTasks(deps, scope, connection);
    await table(scope).updateOne({ _id: connection._id }, {
      $set: {
        state: 'active',
        consent,
        consentUntil: until,
        askedConsent: null,
        endedAt: null,
        found: [...found],
      },
    } as never);
    await followAccounts(scope, connection, found);
  }

  /** Under a new consent a bank may call its accounts differently; the numbers stay. */
  async function followAccounts(
    scope: Scope,
    { _id }: BankConnection,
    found: readonly { readonly id: string; readonly account: string }[],
  ): Promise<void> {
    const nextReadAt = clock.now();
    for (const { id, account } of found) {
      const set = { accountId: id, nextReadAt, failureCount: 0, problem: null, problemSince: null };
      await store
        .table(feedAccounts)
        .in(scope)
        .updateMany({ connectionId: _id, account }, { $set: set });
    }
  }

  return {
    async banks(scope: Scope, administrationId: Id) {
      const administration = await findAdministration(store, scope, { id: administrationId });
      return banks(keyOfAdministration(administration));
    },

    /** Throws BankUnknownError, and what the connector throws. */
    async start(
      scope: Scope,
      wanted: { readonly administrationId: Id; readonly pluginId: string; readonly bank: string },
      by: Asking,
    ): Promise<Begun> {
      const id = wanted.administrationId;
      const place = keyOfAdministration(await findAdministration(store, scope, { id }));
      const bank = (await banks(place)).find(
        (one) => one.pluginId === wanted.pluginId && one.id === wanted.bank,
      );
      if (!bank) throw new BankUnknownError(wanted.bank);
      const connection = await table(scope).insert({
        ...place,
        pluginId: bank.pluginId,
        bank: bank.id,
        title: bank.title,
        readsPerDay: bank.readsPerDay,
        state: 'waiting',
        startedAt: clock.now(),
        startedBy: by.name,
      });
      try {
        return await begin(scope, connection, by);
      } catch (error) {
        // Nobody was asked for anything: a connection that waits would promise what never comes.
        const stopped = { state: 'stopped' as const, endedAt: clock.now() };
        await table(scope).updateOne({ _id: connection._id }, { $set: stopped });
        throw error;
      }
    },

    /** A new consent for the same accounts; until it is given, the one before goes on. */
    renew: async (scope: Scope, id: Id, by: Asking): Promise<Begun> =>
      begin(scope, await findConnection(deps, scope, id), by),

    /** Asks the bank how the consent stands, as when the browser comes back. */
    async check(scope: Scope, id: Id): Promise<BankConnection> {
      const connection = await findConnection(deps, scope, id);
      const consent = connection.askedConsent;
      if (!consent) return connection;
      const port = await openFeed(deps, connection);
      const { state, until } = await port.consent({ consent }).catch(whenNotLetIn);
      if (state === 'given') {
        await given(scope, connection, { consent, until: isCalendarDate(until) ? until : null });
      } else if (state !== 'waiting' && connection.consent === null) {
        await table(scope).updateOne({ _id: id }, { $set: { state: 'refused' } });
      }
      return findConnection(deps, scope, id);
    },

    /** Nothing is read any more, and what the bank gave is forgotten. */
    async stop(scope: Scope, id: Id): Promise<BankConnection> {
      const connection = await findConnection(deps, scope, id);
      await withdrawTasks(deps, scope, connection);
      const stopped = { state: 'stopped' as const, endedAt: clock.now(), askedConsent: null };
      await table(scope).updateOne({ _id: id }, { $set: stopped });
      await store
        .table(feedAccounts)
        .in(scope)
        .updateMany({ connectionId: id }, { $set: { isOn: false } });
      const { credential } = connection;
      if (credential) await deps.signIns.forget(heldBy(connection, credential));
      return findConnection(deps, scope, id);
    },
  };
}

const heldBy = (connection: BankConnection, credential: string) => ({
  pluginId: connection.pluginId,
  credential,
  agencyId: placeOf(connection).agencyId.toHexString(),
  holder: connection._id.toHexString(),
});

/** Whoever did not sign in is not let in: that is an answer, not a failure. */
function whenNotLetIn(error: unknown): { state: 'refused'; until: null } {
  if (error instanceof DomainError && error.code === 'CONNECTOR_LOCKED_OUT') {
    return { state: 'refused', until: null };
  }
  throw error;
}
