import type { Clock } from '@inning/sdk';
import type { Store } from '../../store/index.ts';
import type { LiveRegistries } from '../registries.ts';
import type { SecretBox } from './secret-box.ts';

export type PluginSettingsDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly live: LiveRegistries;
  readonly secrets: SecretBox;
};
