import type { Clock, CredentialDefinition, PluginScope } from '@inning/sdk';
import type { AddedCredential } from '../../outbound/index.ts';
import { PluginNotFoundError } from '../host.errors.ts';
import type { PluginLookup } from '../plugin-use.ts';
import type { PluginSettings } from '../settings/plugin-settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { addEntered, type EnteredDefinition } from './add-credential.ts';
import { CredentialMissingError, CredentialNotFoundError } from './credentials.errors.ts';

/** A credential of a plugin, for whom it works. */
export type CredentialUse = {
  readonly pluginId: string;
  readonly credential: string;
  readonly scope: PluginScope;
  /** Which of several that were given; left out when there is one. */
  readonly holder?: string;
};
export type Entered = {
  /** What a person entered; nothing in it when nobody did. */
  entered(use: CredentialUse): Settings;
  /** What it adds to a request. Throws CredentialMissingError. */
  added(use: CredentialUse, definition: EnteredDefinition): AddedCredential;
};
type Deps = {
  readonly leaseClock: Clock;
  readonly settings: PluginSettings;
  readonly pluginOf: PluginLookup;
};

export function createEntered({ settings, pluginOf, leaseClock }: Deps): Entered {
  const entered = ({ pluginId, credential, scope }: CredentialUse) =>
    settings.state(pluginId, scope).credentials[credential] ?? {};

  /** The client id that was entered for the credential of which requests are signed with this one. */
  function clientOf(use: CredentialUse): string | null {
    const all = Object.entries(useOf(pluginOf, use).credentials);
    const [credential] = all.find(([, its]) => isSignedBy(its, use.credential)) ?? [];
    if (credential === undefined) return null;
    const { clientId } = entered({ ...use, credential });
    return typeof clientId === 'string' ? clientId : null;
  }

  return {
    entered,
    added(use, definition) {
      const signing = { clock: leaseClock, clientId: clientOf(use) };
      const added = addEntered(definition, entered(use), signing);
      if (added === null) throw new CredentialMissingError(use);
      return added;
    },
  };
}

const isSignedBy = (its: CredentialDefinition, name: string): boolean =>
  its.kind === 'oauth2' && its.signedBy === name;

type Named = Pick<CredentialUse, 'pluginId' | 'credential' | 'scope'>;

/** Throws PluginNotFoundError. */
export function useOf(pluginOf: PluginLookup, { pluginId, scope }: Omit<Named, 'credential'>) {
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
