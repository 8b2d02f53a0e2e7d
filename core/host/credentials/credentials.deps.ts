import type { Store } from '../../store/index.ts';
import type { PluginLookup } from '../plugin-use.ts';
import type { PluginSettings } from '../settings/plugin-settings.ts';
import type { Credentials } from './credentials.ts';

export type CredentialsRoutesDeps = {
  readonly store: Store;
  readonly settings: PluginSettings;
  readonly credentials: Credentials;
  readonly pluginOf: PluginLookup;
  /** The address that people type, without a closing slash. */
  readonly publicUrl: string;
};
