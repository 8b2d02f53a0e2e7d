import { createHash } from 'node:crypto';
import type { Clock } from '@inning/sdk';
import { type Id, type Store, systemScope, toId } from '../../store/index.ts';
import type { SecretBox } from '../settings/secret-box.ts';
import { type CredentialSignIn, credentialSignIns } from './credential-token.model.ts';
import { CredentialSignInUnknownError } from './credentials.errors.ts';
import type { SignInRequest } from './oauth-client.ts';
import type { TokenPlace } from './token-store.ts';

/** The browser that signs in: what comes back must come back to it. */
export type SigningIn = {
  readonly agencyId: string;
  readonly userId: string;
  readonly sessionToken: string;
};
/** `returnTo` is the path of the screen to go on to; left out, the settings of the plugin. */
export type StartedSignIn = SignInRequest & { readonly returnTo?: string };
export type SignIns = {
  keep(place: TokenPlace, by: SigningIn, started: StartedSignIn): Promise<void>;
  /**
   * What was kept, once: the second time it is gone. Throws CredentialSignInUnknownError, also for
   * another browser, person, agency, plugin or credential, and after ten minutes.
   */
  take(
    named: Pick<TokenPlace, 'pluginId' | 'credential'>,
    by: SigningIn,
    state: string,
  ): Promise<{
    readonly place: TokenPlace;
    readonly verifier: string;
    readonly returnTo: string | null;
  }>;
};

const LASTS_MS = 10 * 60_000;

export function createSignIns(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: SecretBox;
}): SignIns {
  const { clock, secrets } = deps;
  const table = deps.store
    .table(credentialSignIns)
    .in(systemScope('found by a state that only one browser has, within its agency'));

  return {
    async keep({ agencyId, administrationId, ...named }, by, { state, verifier, returnTo }) {
      const now = clock.now();
      await table.deleteMany({ expiresAt: { $lte: now } });
      const stateHash = hash(state);
      await table.insert({
        ...named,
        agencyId: toId(agencyId),
        administrationId: administrationId === null ? null : toId(administrationId),
        stateHash,
        returnTo: returnTo ?? null,
        sessionHash: hash(by.sessionToken),
        userId: toId(by.userId),
        sealed: secrets.seal(verifier, ownerOf(stateHash)),
        expiresAt: new Date(now.getTime() + LASTS_MS),
      });
    },

    async take({ pluginId, credential }, by, state) {
      const stateHash = hash(state);
      const row = await table.findOne({
        stateHash,
        pluginId,
        credential,
        agencyId: toId(by.agencyId),
        userId: toId(by.userId),
        sessionHash: hash(by.sessionToken),
        expiresAt: { $gt: clock.now() },
      });
      // Of two that found it, one deletes it.
      if (row === null || (await table.deleteMany({ _id: row._id })) !== 1) {
        throw new CredentialSignInUnknownError({ pluginId, credential });
      }
      const verifier = secrets.open(row.sealed, ownerOf(stateHash));
      return { place: placeOf(row), verifier, returnTo: row.returnTo ?? null };
    },
  };
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64url');
const ownerOf = (stateHash: string) => `credential-sign-in/${stateHash}`;
const hexOrNull = (id: Id | null) => id?.toHexString() ?? null;

const placeOf = ({ agencyId, administrationId, ...row }: CredentialSignIn) => ({
  agencyId: agencyId.toHexString(),
  administrationId: hexOrNull(administrationId as Id | null),
  pluginId: row.pluginId,
  credential: row.credential,
  holder: row.holder,
});
