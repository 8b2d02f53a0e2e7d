import { type AddedCredential, isAmong, nameOf, readTarget, refuse } from '../../outbound/index.ts';
import { hostsOf, type PluginLookup } from '../plugin-use.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { CredentialMissingError, CredentialWithoutSignInError } from './credentials.errors.ts';
import { type CredentialUse, definitionOf, type Entered, useOf } from './entered.ts';
import type { ApplicationProof, OAuthDefinition, OAuthParty } from './oauth-party.ts';
import { asAuthorization } from './sign-request.ts';

/**
 * Who asks for tokens, from what was entered. Throws CredentialMissingError when something is not there,
 * CredentialWithoutSignInError for other kinds.
 */
export function createParties({
  pluginOf,
  entered,
  added,
}: Entered & { readonly pluginOf: PluginLookup }) {
  function certificateOf(use: CredentialUse, name: string | undefined): AddedCredential | null {
    if (name === undefined) return null;
    const its = { ...use, credential: name };
    const definition = definitionOf(pluginOf, its);
    return definition.kind === 'certificate' ? added(its, definition) : null;
  }

  /** Without a token yet, a key that is known by the client id is known by its number. */
  function applicationOf(use: CredentialUse, name: string | undefined): ApplicationProof | null {
    if (name === undefined) return null;
    const its = { ...use, credential: name };
    const definition = definitionOf(pluginOf, its);
    if (definition.kind !== 'signature') return null;
    const { signer, ...own } = added(its, { ...definition, keyId: 'serial-hex' });
    return {
      own: signer ? { ...own, signer: asAuthorization(signer) } : own,
      forPeople: added(its, definition),
    };
  }

  return (use: CredentialUse): OAuthParty => {
    const definition = definitionOf(pluginOf, use);
    if (definition.kind !== 'oauth2') throw new CredentialWithoutSignInError(use);
    const { clientId, clientSecret, ...addresses } = entered(use);
    const { agencyId } = use.scope;
    if (typeof clientId !== 'string' || agencyId === null) throw new CredentialMissingError(use);
    const { pluginId, credential } = use;
    return {
      pluginId,
      credential,
      agencyId,
      definition: livingAt(definition, addresses),
      hosts: hostsOf(useOf(pluginOf, use)),
      clientId,
      clientSecret: typeof clientSecret === 'string' ? clientSecret : null,
      certificate: certificateOf(use, definition.certificate),
      application: applicationOf(use, definition.signedBy),
    };
  };
}

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
