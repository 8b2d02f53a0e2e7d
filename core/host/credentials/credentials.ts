import type { Clock, CredentialDefinition, PluginScope } from '@inning/sdk';
import { type AddedCredential, isAmong, type Outbound, type Target } from '../../outbound/index.ts';
import { nameOf, readTarget, refuse } from '../../outbound/index.ts';
import type { Store } from '../../store/index.ts';
import { PluginNotFoundError } from '../host.errors.ts';
import { hostsOf, type PluginLookup } from '../plugin-use.ts';
import type { PluginSettings } from '../settings/plugin-settings.ts';
import type { SecretBox } from '../settings/secret-box.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { createAccessTokens } from './access-tokens.ts';
import { addEntered, addToken, type EnteredDefinition } from './add-credential.ts';
import {
  CredentialMissingError,
  CredentialNotFoundError,
  CredentialWithoutSignInError,
} from './credentials.errors.ts';
import { createOAuthClient } from './oauth-client.ts';
import type { ApplicationProof, OAuthDefinition, OAuthParty } from './oauth-party.ts';
import { asAuthorization } from './sign-request.ts';
import { createSignIns } from './sign-ins.ts';
import { createTokenStore, placesOf } from './token-store.ts';

/** A credential of a plugin, for whom it works. */
export type CredentialUse = {
  readonly pluginId: string;
  readonly credential: string;
  readonly scope: PluginScope;
  /** Which of several that were given; left out when there is one. */
  readonly holder?: string;
};

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

  const entered = ({ pluginId, credential, scope }: CredentialUse) =>
    deps.settings.state(pluginId, scope).credentials[credential] ?? {};

  /** Throws CredentialMissingError when no client is entered, CredentialWithoutSignInError for other kinds. */
  function party(use: CredentialUse): OAuthParty {
    const definition = definitionOf(deps.pluginOf, use);
    if (definition.kind !== 'oauth2') throw new CredentialWithoutSignInError(use);
    const { clientId, clientSecret, ...addresses } = entered(use);
    const { agencyId } = use.scope;
    if (typeof clientId !== 'string' || agencyId === null) throw new CredentialMissingError(use);
    const { pluginId, credential } = use;
    const hosts = hostsOf(useOf(deps.pluginOf, use));
    const secret = typeof clientSecret === 'string' ? clientSecret : null;
    const certificate = certificateOf(use, definition.certificate);
    const application = applicationOf(use, definition.signedBy);
    const client = { clientId, clientSecret: secret, certificate, application };
    const its = livingAt(definition, addresses);
    return { pluginId, credential, agencyId, definition: its, hosts, ...client };
  }

  function certificateOf(use: CredentialUse, name: string | undefined): AddedCredential | null {
    if (name === undefined) return null;
    const its = { ...use, credential: name };
    const definition = definitionOf(deps.pluginOf, its);
    if (definition.kind !== 'certificate') return null;
    return addedFor(its, definition);
  }

  /** Without a token yet, a key that is known by the client id is known by its number. */
  function applicationOf(use: CredentialUse, name: string | undefined): ApplicationProof | null {
    if (name === undefined) return null;
    const its = { ...use, credential: name };
    const definition = definitionOf(deps.pluginOf, its);
    if (definition.kind !== 'signature') return null;
    const own = addedFor(its, { ...definition, keyId: 'serial-hex' });
    return {
      own: { ...own, ...(own.signer ? { signer: asAuthorization(own.signer) } : {}) },
      forPeople: addedFor(its, definition),
    };
  }

  function addedFor(use: CredentialUse, definition: EnteredDefinition): AddedCredential {
    const clientId = clientOf(use);
    const added = addEntered(definition, entered(use), { clock: deps.leaseClock, clientId });
    if (added === null) throw new CredentialMissingError(use);
    return added;
  }

  /** The client id that was entered for the credential that signs with this one. */
  function clientOf(use: CredentialUse): string | null {
    const { credentials } = useOf(deps.pluginOf, use);
    const [credential] =
      Object.entries(credentials).find(([, its]) => isSignedBy(its, use.credential)) ?? [];
    if (credential === undefined) return null;
    const { clientId } = entered({ ...use, credential });
    return typeof clientId === 'string' ? clientId : null;
  }

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
      return addedFor(use, definition);
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

const isSignedBy = (its: CredentialDefinition, name: string): boolean =>
  its.kind === 'oauth2' && its.signedBy === name;

/** Where it lives, by what was entered; each must be where the plugin may go. */
function livingAt(definition: OAuthDefinition, entered: Settings): OAuthDefinition {
  if (!definition.mayLiveElsewhere) return definition;
  const addressOf = (name: 'authorizeUrl' | 'tokenUrl') => {
    const other = entered[name];
    if (typeof other !== 'string') return definition[name];
    const target = readTarget(other);
    if (!isAmong(definition.hosts, target)) {
      refuse(`it may not sign in at ${nameOf(target)}`, { host: nameOf(target) });
    }
    return other;
  };
  return {
    ...definition,
    authorizeUrl: addressOf('authorizeUrl'),
    tokenUrl: addressOf('tokenUrl'),
  };
}

type Named = Pick<CredentialUse, 'pluginId' | 'credential' | 'scope'>;

function useOf(pluginOf: PluginLookup, { pluginId, scope }: Named) {
  const use = pluginOf(pluginId, scope.agencyId);
  if (use === null) throw new PluginNotFoundError(pluginId);
  return use;
}

/** Throws PluginNotFoundError or CredentialNotFoundError. */
export function definitionOf(pluginOf: PluginLookup, named: Named): CredentialDefinition {
  const { credentials } = useOf(pluginOf, named);
  const { credential } = named;
  const found = Object.hasOwn(credentials, credential) ? credentials[credential] : undefined;
  if (!found) throw new CredentialNotFoundError(named);
  return found;
}
