import { nounTables } from './domain/tables.ts';
import { userTables } from './domain/users/index.ts';
import { dispatchLeases, outbox } from './events/index.ts';
import {
  flowComments,
  flowEditors,
  flows,
  flowVersions,
  instances,
  moves,
  shards,
} from './flows/index.ts';
import {
  credentialSignIns,
  credentialTokens,
  installationPlugins,
  pluginInstalls,
  pluginPackages,
  pluginSettings,
  pluginStates,
} from './host/index.ts';
import { publishers, revocations } from './packages/index.ts';
import type { Store, TableDefinition } from './store/index.ts';

const flowTables = [flows, flowVersions, flowComments, flowEditors, instances, moves, shards];

/** Every collection there is. One that is not named here gets no indexes. */
const TABLES = [
  ...nounTables,
  ...userTables,
  ...flowTables,
  outbox,
  dispatchLeases,
  pluginSettings,
  installationPlugins,
  pluginStates,
  credentialTokens,
  credentialSignIns,
  pluginPackages,
  pluginInstalls,
  publishers,
  revocations,
];

/** Makes the database ready: opens every collection and creates the indexes that are missing. */
export async function prepareDatabase(store: Store): Promise<void> {
  for (const table of TABLES) store.table(table as TableDefinition<unknown>);
  await store.ensureIndexes();
}
