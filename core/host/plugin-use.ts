import type { CredentialDefinition, MessageTexts, PluginPermissions } from '@inning/sdk';
import { covers } from '../outbound/index.ts';
import type { Registries } from './registries.ts';

/** What a plugin asks for, and what an agency gave it. */
export type PluginUse = {
  readonly permissions: PluginPermissions;
  readonly credentials: Readonly<Record<string, CredentialDefinition>>;
  readonly texts: MessageTexts;
  /** Of the hosts it declares, those that were granted; written like declared ones. */
  readonly grantedHosts: readonly string[];
};

/** The plugin as that agency has it (null: no agency in particular); null when it has not. */
export type PluginLookup = (pluginId: string, agencyId: string | null) => PluginUse | null;

/** Plugins of the platform itself get what they declare. */
export const usesOfPlatform =
  (registries: Registries): PluginLookup =>
  (pluginId) => {
    const definition = registries.plugins.get(pluginId)?.definition;
    if (!definition) return null;
    const { permissions = {}, credentials = {} } = definition;
    const grantedHosts = permissions.hosts ?? [];
    return { permissions, credentials, texts: registries.texts, grantedHosts };
  };

/** Granted and declared: neither alone opens a door. */
export const hostsOf = ({ permissions, grantedHosts }: PluginUse): string[] =>
  grantedHosts.filter((host) => covers(permissions.hosts ?? [], host));
