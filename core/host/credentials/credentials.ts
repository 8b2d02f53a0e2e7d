import type { Clock } from '@inning/sdk';
import { type AddedCredential, isAmong, type Outbound, type Target } from '../../outbound/index.ts';
import { nameOf, refuse } from '../../outbound/index.ts';
import type { Store } from '../../store/index.ts';
import type { PluginLookup } from '../plugin-use.ts';
import type { PluginSettings } from '../settings/plugin-settings.ts';
import type { SecretBox } from '../settings/secret-box.ts';
import { createAccessTokens } from './access-tokens.ts';
import { addToken } from './add-credential.ts';
import { createEntered, type CredentialUse, definitionOf } from './entered.ts';
import { createOAuthClient } from './oauth-client.ts';
import { createParties } from './parties.ts';
import { createSignIns } from './sign-ins.ts';
import { createTokenStore, placesOf } from './token-store.ts';

export type CredentialsDeps = {
  readonly store: Store;
  readonly clock: Clock;
  /** Always the real time: leases run on it. */
  readonly leaseClock: Clock;
  readonly secrets: SecretBox;
  readonly settings: PluginSettings;
  readonly outbound: Outbound;
  readonly pluginOf: PluginLookup;
};
export type Credentials = ReturnType<typeof createCredentials>;

/** What agencies entered for the credentials of plugins, added to requests and never shown. */
export function createCredentials(deps: CredentialsDeps) {
  const tokens = createTokenStore(deps);
  const oauth = createOAuthClient(deps.outbound);
  const access = createAccessTokens({ ...deps, tokens, oauth });

  const { entered, added } = createEntered(deps);
  const party = createParties({ ...deps, entered, added });

  return {
    tokens,
    oauth,
    signIns: createSignIns(deps),
    party,
    entered,

    /** For a request to that host. Throws HttpRefusedError when it is not for that host. */
    async added(use: CredentialUse, target: Target): Promise<AddedCredential> {
      const definition = definitionOf(deps.pluginOf, use);
      if (!isAmong(definition.hosts, target)) {
        refuse(`the credential "${use.credential}" is not for ${nameOf(target)}`);
      }
      if (definition.kind === 'oauth2') {
        return addToken(await access.get(placesOf(use, use.scope), party(use)));
      }
      return added(use, definition);
    },

    /** Whether another try has a chance, after the other side did not take what was added. */
    async mayTryAgain(use: CredentialUse, rejected: AddedCredential): Promise<boolean> {
      if (definitionOf(deps.pluginOf, use).kind !== 'oauth2') return false;
      const places = placesOf(use, use.scope);
      const token = await access.replace(places, party(use), rejected.secrets[0] ?? '');
      return token !== null;
    },

    /** Forgets what was given for a plugin that is no longer there; null is for all agencies. */
    forget: (pluginId: string, agencyId: string | null): Promise<number> =>
      tokens.removePlugin(pluginId, agencyId),
  };
}
