import type { Clock } from '@inning/sdk';
import { type Id, newId, type Store, systemScope } from '../../store/index.ts';
import { pluginSettings } from '../settings/plugin-settings.model.ts';

/**
 * Empties the settings of a plugin at an agency and its administrations, secrets included. The rows stay:
 * processes follow changes of rows, and would not see that one is gone.
 */
export async function forgetSettings(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  agencyId: Id,
  pluginId: string,
): Promise<void> {
  const scope = systemScope('the caller has checked that this agency is theirs');
  const rows = store.table(pluginSettings).in(scope);
  const empty = { enabled: null, settings: {}, updatedAt: clock.now(), updatedBy: 'system' };
  await rows.updateMany({ agencyId, pluginId }, { $set: { ...empty, revision: newId() } } as never);
}
