import type { PluginScope } from '@inning/sdk';
import { Types } from 'mongoose';
import { isDuplicateKey, newId, systemScope } from '../../store/index.ts';
import type { Level } from './apply-change.ts';
import type { PluginSettingsDeps } from './plugin-settings.deps.ts';
import { installationPlugins, pluginSettings } from './plugin-settings.model.ts';
import { sealSecrets } from './plugin-secrets.ts';

export type NewLevel = {
  readonly pluginId: string;
  readonly scope: PluginScope;
  readonly level: Level;
  readonly by: string;
};

/** Stores what a level says from now on; the last one who writes wins. */
export async function writeLevel(deps: PluginSettingsDeps, change: NewLevel): Promise<void> {
  const { pluginId, scope, level, by } = change;
  const schema = deps.live.of(scope.agencyId).plugins.get(pluginId)?.definition.settings;
  if (!schema) return;
  const set = {
    enabled: level.enabled,
    settings: sealSecrets(deps.secrets, { pluginId, schema, scope }, level.settings),
    revision: newId(),
    updatedAt: deps.clock.now(),
    updatedBy: by,
  };
  try {
    await upsert(deps, change, set);
  } catch (error) {
    // Two people made the first choice of this level at once: now it is there, and ours goes on top.
    if (!isDuplicateKey(error)) throw error;
    await upsert(deps, change, set);
  }
}

async function upsert(deps: PluginSettingsDeps, change: NewLevel, set: object): Promise<void> {
  const { pluginId, scope } = change;
  const reason = systemScope('the caller has checked that this level is theirs');
  if (scope.agencyId === null) {
    const table = deps.store.table(installationPlugins).in(reason);
    await table.upsert({ pluginId }, { $set: set } as never);
    return;
  }
  const idOf = (text: string | null) => (text === null ? null : new Types.ObjectId(text));
  const key = {
    agencyId: idOf(scope.agencyId),
    administrationId: idOf(scope.administrationId),
    pluginId,
  };
  const table = deps.store.table(pluginSettings).in(reason);
  await table.upsert(key as never, { $set: set } as never);
}
