import type { Localized } from '@inning/sdk';
import { useQuery } from '@tanstack/react-query';
import type { FieldSchema } from '../ui/schema-form/read-schema.ts';
import { useClient } from './client-context.tsx';
import type { Instant, Said } from './shapes.ts';

export type PluginRow = {
  readonly id: string;
  readonly version: string;
  readonly kind: 'plugin' | 'connector';
  readonly title: Localized;
  readonly description: Localized;
  readonly settingsSchema: FieldSchema;
  readonly isOn: boolean;
  /** What the agency itself says; null follows the installation. */
  readonly enabled: boolean | null;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly problem: string | null;
};
export type Ask = {
  readonly kind: string;
  readonly message: Said;
  readonly isMoney: boolean;
  readonly isNew: boolean;
};
type Publisher = { readonly name: string | null; readonly keyId: string } | null;
export type InstalledPlugin = {
  readonly id: string;
  readonly title: Localized;
  readonly description: Localized;
  readonly state: 'active' | 'awaiting-consent' | 'suspended' | 'uninstalled';
  readonly version: string | null;
  readonly keptVersions: readonly string[];
  readonly publisher: Publisher;
  readonly asks: readonly Ask[];
  readonly pending: {
    readonly version: string;
    readonly publisher: Publisher;
    readonly asks: readonly Ask[];
    readonly asksHash: string;
  } | null;
  readonly stoppedBecause: 'failures' | 'revoked' | null;
  readonly stoppedText: string | null;
  readonly by: string;
  readonly at: Instant;
};

/** Every change of a plugin may change what others see of it, and what can be drawn. */
export const PLUGIN_KEYS = [['plugins'], ['installed-plugins'], ['catalogue']] as const;

export function usePlugins() {
  const client = useClient();
  return useQuery({
    queryKey: ['plugins'],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly PluginRow[] }>('/api/plugins', {}, signal),
    select: ({ items }) => items,
  });
}

export function useInstalledPlugins() {
  const client = useClient();
  return useQuery({
    queryKey: ['installed-plugins'],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly InstalledPlugin[] }>('/api/installed-plugins', {}, signal),
    select: ({ items }) => items,
  });
}
