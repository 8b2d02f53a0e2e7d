import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, HttpUnavailableError } from '@inning/sdk';
import { CredentialExpiredError, CredentialMissingError } from './credentials.errors.ts';
import type { OAuthClient } from './oauth-client.ts';
import type { OAuthParty } from './oauth-party.ts';
import type { StoredTokens, TokenPlace, TokenStore } from './token-store.ts';

/** Access tokens that work, renewed before they end: one at a time, over all processes. */
export type AccessTokens = {
  /** Throws CredentialMissingError, CredentialExpiredError, and what asking for a new one throws. */
  get(places: readonly TokenPlace[], party: OAuthParty): Promise<string>;
  /** Another one after the other side did not take this one; null when there is none to be had. */
  replace(
    places: readonly TokenPlace[],
    party: OAuthParty,
    rejected: string,
  ): Promise<string | null>;
};

export type AccessTokensDeps = {
  readonly tokens: TokenStore;
  readonly oauth: OAuthClient;
  readonly clock: Clock;
  /** Always the real time: leases run on it. */
  readonly leaseClock: Clock;
};

const MARGIN_MS = 30_000;
/** Longer than asking for a token may take. */
const LEASE_MS = 45_000;
const LOOK_AGAIN_MS = 100;
const LONGEST_WAIT_MS = 60_000;
/** A plugin that makes the other side say no again and again does not make us ask each time. */
const NOT_AGAIN_MS = 60_000;

type Held = StoredTokens & { readonly place: TokenPlace };

export function createAccessTokens(deps: AccessTokensDeps): AccessTokens {
  const { tokens, oauth, clock, leaseClock } = deps;

  async function nearest(places: readonly TokenPlace[], party: OAuthParty): Promise<Held> {
    for (const place of places) {
      const row = await tokens.find(place);
      if (row === null) continue;
      if (row.endedAt !== null) throw new CredentialExpiredError(party);
      return { place, ...tokens.open(place, row) };
    }
    throw new CredentialMissingError(party);
  }

  const isFresh = ({ row }: Held) =>
    row.expiresAt === null || row.expiresAt.getTime() - MARGIN_MS > clock.now().getTime();

  /** Null when another process is asking: then theirs is looked for. */
  async function renew(held: Held, party: OAuthParty): Promise<string | null> {
    const { row, place, refreshToken } = held;
    const now = leaseClock.now();
    if (!(await tokens.take(row, now, new Date(now.getTime() + LEASE_MS)))) return null;
    try {
      if (refreshToken === null) throw new CredentialExpiredError(party);
      const renewed = await oauth.renew(party, refreshToken);
      await tokens.renewed(place, row, renewed);
      return renewed.accessToken;
    } catch (error) {
      if (error instanceof CredentialExpiredError) await tokens.end(row);
      else await tokens.release(row);
      throw error;
    }
  }

  /** Asks, or waits until whoever asks has the answer. */
  async function renewOrWait(places: readonly TokenPlace[], party: OAuthParty, first: Held) {
    const startedAt = performance.now();
    let held = first;
    while (performance.now() - startedAt < LONGEST_WAIT_MS) {
      const renewed = await renew(held, party);
      if (renewed !== null) return renewed;
      await sleep(LOOK_AGAIN_MS);
      const now = await nearest(places, party);
      if (!now.row.revision.equals(first.row.revision)) return now.accessToken;
      held = now;
    }
    const { host } = new URL(party.definition.tokenUrl);
    throw new HttpUnavailableError(`${host} gave no access in time.`, { host });
  }

  return {
    async get(places, party) {
      const held = await nearest(places, party);
      return isFresh(held) ? held.accessToken : renewOrWait(places, party, held);
    },
    async replace(places, party, rejected) {
      const held = await nearest(places, party);
      if (held.accessToken !== rejected) return held.accessToken;
      const age = clock.now().getTime() - held.row.renewedAt.getTime();
      if (held.refreshToken === null || age < NOT_AGAIN_MS) return null;
      return renewOrWait(places, party, held);
    },
  };
}
