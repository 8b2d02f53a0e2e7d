import { globSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import mongoose, { Types } from 'mongoose';
import type { Store, TableDefinition, Tenancy } from '../../../core/store/index.ts';
import { fillRow } from './fill-row.ts';
import { realRow } from './real-rows.ts';

type Definition = TableDefinition<Record<string, unknown>, Tenancy>;

/** One administration with one row of every noun. */
export type Place = {
  readonly name: string;
  readonly agencyId: string;
  readonly creditorId: string;
  readonly administrationId: string;
  /** Ids of rows by collection, and of sub-documents by `collection.path`. */
  readonly ids: Map<string, string>;
};
export type Places = Readonly<
  Record<'home' | 'otherAdministration' | 'otherCreditor' | 'otherAgency', Place>
>;

const CORE = fileURLToPath(new URL('../../../core', import.meta.url));

/** Every table there is: found, not listed, so that a new noun stands behind the walls at once. */
export async function findTables(): Promise<Definition[]> {
  const files = globSync('**/*.model.ts', { cwd: CORE });
  const modules = await Promise.all(files.map((file) => import(`${CORE}/${file}`)));
  return modules.flatMap((module) => Object.values(module as object).filter(isDefinition));
}

const isDefinition = (value: unknown): value is Definition =>
  typeof value === 'object' && value !== null && 'tenancy' in value && 'schema' in value;

/** The smallest tree with a neighbour on each level: two agencies, three creditors, four administrations. */
export async function seedPlaces(store: Store): Promise<Places> {
  const tables = await findTables();
  const levels = new Map<string, Map<string, string>>();
  const id = () => new Types.ObjectId().toHexString();
  const [agency, otherAgency, creditor, otherCreditor] = [id(), id(), id(), id()];

  const seed = async (name: string, agencyId: string, creditorId: string): Promise<Place> => {
    const place = { name, agencyId, creditorId, administrationId: id() };
    const ids = new Map<string, string>();
    for (const definition of tables) {
      // One row per agency, creditor or administration, whatever level the noun lives on.
      const key = `${definition.name} ${levelKey(definition, place)}`;
      const known = levels.get(key) ?? planIds(definition, place);
      levels.set(key, known);
      for (const [what, value] of known) ids.set(what, value);
    }
    // A letter as it left goes by the id of what was sent.
    ids.set('sent-documents', ids.get('communications') ?? id());
    for (const definition of tables) await insert(store, definition, { ...place, ids });
    return { ...place, ids };
  };

  return {
    home: await seed('home', agency, creditor),
    otherAdministration: await seed('other administration', agency, creditor),
    otherCreditor: await seed('other creditor', agency, otherCreditor),
    otherAgency: await seed('other agency', otherAgency, id()),
  };
}

type Key = Omit<Place, 'ids'>;

/** The row that stands for the agency, creditor or administration itself has its id. */
function planIds({ name, schema }: Definition, place: Key): Map<string, string> {
  const own: Record<string, string> = {
    agencies: place.agencyId,
    creditors: place.creditorId,
    administrations: place.administrationId,
  };
  const ids = new Map([[name, own[name] ?? new Types.ObjectId().toHexString()]]);
  schema.eachPath((path, type) => {
    if (type.instance === 'Array' && type.schema?.path('_id')) {
      ids.set(`${name}.${path}`, new Types.ObjectId().toHexString());
    }
  });
  return ids;
}

function levelKey({ name, tenancy }: Definition, place: Key): string {
  // Somebody with work in these books alone.
  if (name === 'users') return place.administrationId;
  if (name === 'administrations' || tenancy === 'administration') return place.administrationId;
  if (name === 'creditors' || tenancy === 'creditor') return place.creditorId;
  return place.agencyId;
}

/** Bookkeeping of the installation itself stays as it is. */
const SEEDED_BESIDE_THE_TREE = new Set(['agencies', 'users']);

async function insert(store: Store, definition: Definition, place: Place): Promise<void> {
  const { name, schema, tenancy } = definition;
  if (tenancy === 'installation' && !SEEDED_BESIDE_THE_TREE.has(name)) return;
  store.table(definition);
  const model = store.connection.models[name];
  const _id = new Types.ObjectId(place.ids.get(name));
  if (!model || (await model.collection.findOne({ _id }))) return;

  const referTo = (collection: string) => {
    const found = place.ids.get(collection);
    return found === undefined ? null : new Types.ObjectId(found);
  };
  const row = fillRow(schema, { referTo, mark: `${place.name.replace(' ', '-')}-${_id}` });
  for (const [path, list] of Object.entries(row)) {
    const subId = place.ids.get(`${name}.${path}`);
    if (subId && Array.isArray(list)) Object.assign(list[0], { _id: new Types.ObjectId(subId) });
  }
  const key = {
    agencyId: new Types.ObjectId(place.agencyId),
    creditorId: new Types.ObjectId(place.creditorId),
    administrationId: new Types.ObjectId(place.administrationId),
  };
  const tenant = Object.entries(key).filter(([field]) => schema.path(field));
  // The model adds its defaults; what it cannot know is not checked here.
  const document = new model({
    ...row,
    ...realRow(name, place.ids),
    ...Object.fromEntries(tenant),
    _id,
  });
  await model.collection.insertOne(
    document.toObject({ flattenMaps: true, minimize: false }) as never,
  );
  if (name === 'stored-files') await storeBytes(store, _id);
}

/** The bytes of a file lie beside its row, under the same id. */
async function storeBytes(store: Store, id: Types.ObjectId): Promise<void> {
  const { db } = store.connection;
  if (!db) throw new Error('the store is not connected');
  const bucket = new mongoose.mongo.GridFSBucket(db, { bucketName: 'file-contents' });
  await pipeline(Readable.from([Buffer.from('a file')]), bucket.openUploadStreamWithId(id, 'a'));
}
