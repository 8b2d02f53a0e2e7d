import type { App } from '../app.ts';
import { nounTables } from '../domain/tables.ts';
import { users } from '../domain/users/index.ts';
import { outbox } from '../events/index.ts';
import { flows, flowVersions, instances, moves } from '../flows/index.ts';
import { type Id, systemScope, type TableDefinition } from '../store/index.ts';
import { DEMO_EMAILS } from './agency/demo-users.ts';

const scope = systemScope('a demo that was broken off is taken away again');
const TABLES = [...nounTables, flows, flowVersions, instances, moves, outbox];

/** Takes away what a broken-off try left. Only what belongs to its own agency, and the demo's people. */
export async function clearSeed(app: App, agencyId: Id): Promise<void> {
  for (const definition of TABLES) {
    if (definition.tenancy === 'installation') continue;
    const table = app.store.table(definition as TableDefinition<{ agencyId: Id }>);
    await table.in(scope).deleteMany({ agencyId });
  }
  await app.store
    .table(users)
    .in(scope)
    .deleteMany({ email: { $in: DEMO_EMAILS } });
}
