import type { PackageAsks, PluginDescription, PluginManifest } from '@inning/sdk/package';
import type { PluginAsks } from '../package-types.ts';

/** What installing a plugin allows, worked out from what it says of itself. Sorted, without doubles. */
export function asksOf(plugin: PluginDescription): PackageAsks {
  const { permissions, nodes, ports, listeners } = plugin;
  return {
    claim: sorted(permissions.claim),
    hosts: sorted(permissions.hosts),
    channels: sorted(nodes.flatMap(({ contacts }) => (contacts === null ? [] : [contacts]))),
    nodePorts: sorted(nodes.flatMap((node) => node.ports)),
    ports: sorted(ports),
    events: sorted(listeners),
  };
}

/** The same with credentials, each as `name host` for every host it travels to. */
export function allAsksOf(manifest: PluginManifest): PluginAsks {
  const credentials = Object.entries(manifest.plugin.credentials).flatMap(([name, of]) =>
    credentialHosts(of).map((host) => `${name} ${host}`),
  );
  return { ...manifest.asks, credentials: sorted(credentials) };
}

/** Where a secret goes: the hosts it is added for, and those that hand out tokens for it. */
export function credentialHosts(credential: Readonly<Record<string, unknown>>): string[] {
  const { hosts, authorizeUrl, tokenUrl } = credential;
  const named = Array.isArray(hosts) ? hosts.filter((host) => typeof host === 'string') : [];
  const urls = [authorizeUrl, tokenUrl].flatMap((url) =>
    typeof url === 'string' && URL.canParse(url) ? [new URL(url).hostname] : [],
  );
  return sorted([...named, ...urls]);
}

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();
