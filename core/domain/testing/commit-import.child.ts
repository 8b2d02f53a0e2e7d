import { newId } from '../../store/index.ts';
import { toId } from '../routing/index.ts';
import { jsonImporter } from './json-importer.ts';
import { openWorld } from './world.ts';

/** A process of its own that commits an import, so that a test can kill it at any moment. */
const [uri, importId, ...ids] = process.argv.slice(2) as [string, string, ...string[]];
const [agencyId, creditorId, administrationId] = ids.map(toId);
const place = {
  agencyId: agencyId ?? newId(),
  creditorId: creditorId ?? newId(),
  administrationId: administrationId ?? newId(),
};
const world = await openWorld(uri, { place, importersFor: async () => [jsonImporter] });
process.stdout.write('ready\n');
await world.imports.commit(world.scope, { importId: toId(importId), by: 'child' });
await world.close();
