import type { Clock, PluginScope } from '@inning/sdk';
import {
  type Id,
  isDuplicateKey,
  newId,
  type Store,
  systemScope,
  toId,
} from '../../store/index.ts';
import { SettingsUnreadableError } from '../host.errors.ts';
import { levelKey } from '../settings/plugin-secrets.ts';
import type { SecretBox } from '../settings/secret-box.ts';
import { type CredentialToken, credentialTokens } from './credential-token.model.ts';
import type { Tokens } from './oauth-client.ts';

/** Which credential of which plugin, at exactly which level. */
export type TokenPlace = {
  readonly pluginId: string;
  readonly credential: string;
  readonly agencyId: string;
  readonly administrationId: string | null;
  /** Which of several that were given, such as one for each connected bank; empty when there is one. */
  readonly holder: string;
};
export type StoredTokens = {
  readonly row: CredentialToken;
  readonly accessToken: string;
  readonly refreshToken: string | null;
};
export type TokenStore = ReturnType<typeof createTokenStore>;
export type TokenStoreDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: SecretBox;
};

type Sealed = Pick<StoredTokens, 'accessToken' | 'refreshToken'>;

/** Tokens in the database, encrypted for their level, plugin and credential. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createTokenStore({ store, clock, secrets }: TokenStoreDeps) {
  const table = store
    .table(credentialTokens)
    .in(systemScope('the caller names whose credential it uses'));

  const ownerOf = (place: TokenPlace) =>
    `${levelKey(place.pluginId, place)}/credentials.${place.credential}.tokens${place.holder}`;

  function fields(place: TokenPlace, { accessToken, refreshToken, expiresIn }: Tokens) {
    const now = clock.now();
    const sealed: Sealed = { accessToken, refreshToken };
    return {
      sealed: secrets.seal(JSON.stringify(sealed), ownerOf(place)),
      expiresAt: expiresIn === null ? null : new Date(now.getTime() + expiresIn * 1_000),
      renewedAt: now,
      endedAt: null,
      renewingUntil: null,
      revision: newId(),
    };
  }

  function open(place: TokenPlace, row: CredentialToken): StoredTokens {
    try {
      const opened = JSON.parse(secrets.open(row.sealed, ownerOf(place))) as Sealed;
      return { row, ...opened };
    } catch {
      throw new SettingsUnreadableError(place.pluginId);
    }
  }

  return {
    open,
    /** What this level has itself; null when nobody signed in for it. */
    find: (place: TokenPlace): Promise<CredentialToken | null> =>
      table.findOne(keyOf(place) as never),

    /** Somebody signed in: replaces what was there. */
    async put(place: TokenPlace, tokens: Tokens, by: string): Promise<void> {
      const set = { ...fields(place, tokens), connectedAt: clock.now(), connectedBy: by };
      const write = () => table.upsert(keyOf(place) as never, { $set: set } as never);
      await write().catch((error: unknown) => {
        // Two came back at once: now the row is there, and ours goes on top.
        if (!isDuplicateKey(error)) throw error;
        return write();
      });
    },

    /** The same sign-in with new tokens; false when somebody signed in again meanwhile. */
    renewed: (place: TokenPlace, { _id, revision }: CredentialToken, tokens: Tokens) =>
      table.updateOne({ _id, revision }, { $set: fields(place, tokens) }),

    /** The other side says that it has ended. */
    end: ({ _id, revision }: CredentialToken) =>
      table.updateOne(
        { _id, revision },
        { $set: { endedAt: clock.now(), renewingUntil: null, revision: newId() } },
      ),

    /** Takes the right to ask for new tokens; false when another process has it. */
    take: ({ _id, revision }: CredentialToken, now: Date, until: Date) =>
      table.updateOne(
        {
          _id,
          revision,
          $or: [{ renewingUntil: null }, { renewingUntil: { $lte: now } }],
        } as never,
        { $set: { renewingUntil: until } },
      ),

    release: ({ _id, revision }: CredentialToken) =>
      table.updateOne({ _id, revision }, { $set: { renewingUntil: null } }),

    /** By plugin, the credential whose access has ended for this level or the one above. */
    async ended(scope: PluginScope): Promise<ReadonlyMap<string, string>> {
      if (scope.agencyId === null) return new Map();
      const administrationId = { $in: [null, idOrNull(scope.administrationId)] };
      const filter = {
        agencyId: toId(scope.agencyId),
        administrationId,
        endedAt: { $ne: null },
        holder: '',
      };
      const rows = await table.find(filter as never);
      return new Map(rows.map(({ pluginId, credential }) => [pluginId, credential]));
    },

    remove: (place: TokenPlace) => table.deleteMany(keyOf(place) as never),

    /** Of all levels within an agency; null is of all agencies. */
    removePlugin: (pluginId: string, agencyId: string | null) =>
      table.deleteMany(agencyId === null ? { pluginId } : { pluginId, agencyId: toId(agencyId) }),
  };
}

const keyOf = ({ pluginId, credential, ...place }: TokenPlace) => ({
  agencyId: toId(place.agencyId),
  administrationId: idOrNull(place.administrationId),
  pluginId,
  credential,
  holder: place.holder,
});

const idOrNull = (hex: string | null): Id | null => (hex === null ? null : toId(hex));

/** The levels at which somebody may have signed in, the narrowest first. */
export function placesOf(
  named: { readonly pluginId: string; readonly credential: string; readonly holder?: string },
  { agencyId, administrationId }: PluginScope,
): TokenPlace[] {
  if (agencyId === null) return [];
  const agency = { ...named, holder: named.holder ?? '', agencyId, administrationId: null };
  return administrationId === null ? [agency] : [{ ...agency, administrationId }, agency];
}
