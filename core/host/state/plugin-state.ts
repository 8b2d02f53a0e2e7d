import type { Clock, PluginState } from '@inning/sdk';
import { agencyScope, isDuplicateKey, type Store, systemScope, toId } from '../../store/index.ts';
import { pluginStates } from './plugin-state.model.ts';
import { PluginStateLimitError, PluginStateWithoutAgencyError } from './state.errors.ts';

/** A small memory for each plugin at each agency. An update of the plugin leaves it as it is. */
export type PluginStates = {
  /** Its methods throw PluginStateLimitError and PluginStateWithoutAgencyError. */
  of(pluginId: string, agencyId: string | null): PluginState;
  /** When a plugin is uninstalled; null is for all agencies. Returns how many keys there were. */
  forget(pluginId: string, agencyId: string | null): Promise<number>;
};

const MOST_KEY = 200;
const MOST_VALUE = 16_384;
const MOST_KEYS = 1_000;

export type PluginStatesDeps = { readonly store: Store; readonly clock: Clock };

export function createPluginStates({ store, clock }: PluginStatesDeps): PluginStates {
  return {
    of(pluginId, agencyId) {
      const memory = () => {
        if (agencyId === null) throw new PluginStateWithoutAgencyError(pluginId);
        const id = toId(agencyId);
        return { agencyId: id, table: store.table(pluginStates).in(agencyScope(id)) };
      };
      return {
        async get(key) {
          checkKey(pluginId, key);
          const row = await memory().table.findOne({ pluginId, key });
          return row?.value ?? null;
        },
        async set(key, value) {
          checkKey(pluginId, key);
          checkValue(pluginId, value);
          const { table, agencyId: its } = memory();
          const set = { value, updatedAt: clock.now() };
          const change = () => table.updateOne({ pluginId, key }, { $set: set });
          if (await change()) return;
          try {
            const row = await table.insert({ agencyId: its, pluginId, key, ...set });
            // Counted with the new one in it, so that several at once cannot slip past the limit.
            if ((await table.count({ pluginId })) <= MOST_KEYS) return;
            await table.deleteMany({ _id: row._id });
          } catch (error) {
            // Another call was first with the same key: ours goes on top.
            if (!isDuplicateKey(error)) throw error;
            await change();
            return;
          }
          throw new PluginStateLimitError(pluginId, `it has ${MOST_KEYS} keys already`);
        },
        async delete(key) {
          checkKey(pluginId, key);
          await memory().table.deleteMany({ pluginId, key });
        },
      };
    },

    forget: (pluginId, agencyId) =>
      store
        .table(pluginStates)
        .in(systemScope('a plugin that was uninstalled is forgotten'))
        .deleteMany(agencyId === null ? { pluginId } : { pluginId, agencyId: toId(agencyId) }),
  };
}

/** Keys and values may come from the sandbox as anything at all. */
function checkKey(pluginId: string, key: unknown): void {
  if (typeof key !== 'string') throw new PluginStateLimitError(pluginId, 'its key is not a text');
  if (key.length === 0 || key.length > MOST_KEY) {
    throw new PluginStateLimitError(pluginId, `a key has 1 to ${MOST_KEY} characters`);
  }
}

function checkValue(pluginId: string, value: unknown): void {
  if (typeof value !== 'string') {
    throw new PluginStateLimitError(pluginId, 'its value is not a text');
  }
  if (value.length > MOST_VALUE) {
    throw new PluginStateLimitError(pluginId, `a value has at most ${MOST_VALUE} characters`);
  }
}
