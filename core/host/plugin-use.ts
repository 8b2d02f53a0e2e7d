import type { CredentialDefinition, MessageTexts, PluginPermissions } from '@inning/sdk';
import { covers } from '../outbound/index.ts';
import type { LiveRegistries } from './registries.ts';

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

/** Plugins of the platform get what they declare; others what the agency agreed to: all they declare. */
export const usesOf =
  (live: LiveRegistries): PluginLookup =>
  (pluginId, agencyId) => {
    const { plugins, texts } = live.of(agencyId);
    const definition = plugins.get(pluginId)?.definition;
    if (!definition) return null;
    const { permissions = {}, credentials = {} } = definition;
    return { permissions, credentials, texts, grantedHosts: permissions.hosts ?? [] };
  };

/** Granted and declared: neither alone opens a door. */
export const hostsOf = ({ permissions, grantedHosts }: PluginUse): string[] =>
  grantedHosts.filter((host) => covers(permissions.hosts ?? [], host));
