import type {
  ClientSession,
  Connection,
  InferSchemaType,
  Model,
  mongo,
  QueryFilter,
} from 'mongoose';
import { Schema } from 'mongoose';
import { createScopedTable, type ScopedTable } from './scoped-table.ts';
import type { Id, Placement, Scope, Tenancy, TenantKey } from './scope.ts';

/** A definition of a collection: shape, indexes and how deep in the tenant tree it lives. */
export type TableDefinition<Row, T extends Tenancy = Tenancy> = {
  readonly name: string;
  readonly tenancy: T;
  readonly placement: Placement;
  readonly schema: Schema;
  /** Only for the type. */
  readonly row?: Row;
};

export type Row<Definition> = Definition extends TableDefinition<infer R, Tenancy> ? R : never;

/** The only door to a collection: nothing can be read or written without naming a scope. */
export type Table<R> = {
  readonly name: string;
  in(scope: Scope): ScopedTable<R>;
  ensureIndexes(): Promise<void>;
};

/** Every field of a stored row is there: the schema gives a default to those a caller may leave out. */
type Complete<R> = { [K in keyof R]-?: Exclude<R[K], undefined> };

const TENANT_FIELDS: Record<Tenancy, readonly string[]> = {
  installation: [],
  agency: ['agencyId'],
  creditor: ['agencyId', 'creditorId'],
  administration: ['agencyId', 'creditorId', 'administrationId'],
};

/** Declares a collection; the tenant's ids are added here so that no room can forget them. */
// oxlint-disable-next-line max-params -- name, depth and shape are read like a sentence
export function defineTable<T extends Tenancy, S extends Schema>(
  name: string,
  tenancy: T,
  schema: S,
  options: Omit<Placement, 'tenancy'> = {},
): TableDefinition<Complete<InferSchemaType<S>> & TenantKey<T> & { _id: Id }, T> {
  for (const field of TENANT_FIELDS[tenancy]) {
    schema.add({ [field]: { type: Schema.Types.ObjectId, required: true } });
  }
  schema.set('strict', 'throw');
  schema.set('strictQuery', 'throw');
  schema.set('versionKey', false);
  // An empty object says something: a step without settings, a flow without steps.
  schema.set('minimize', false);
  schema.set('autoIndex', false);
  schema.set('collection', name);
  return { name, tenancy, placement: { tenancy, ...options }, schema };
}

export function openTable<R>(
  connection: Connection,
  definition: TableDefinition<R, Tenancy>,
): Table<R> {
  const model = (connection.models[definition.name] ??
    connection.model(definition.name, definition.schema)) as unknown as Model<R>;
  return {
    name: definition.name,
    in: (scope) => createScopedTable<R>(model, definition.placement, scope),
    async ensureIndexes() {
      // All in one command: one by one, each of them waits for the disk.
      const indexes = model.schema
        .indexes()
        .map(([key, options]) => ({ key, ...options }) as mongo.IndexDescription);
      if (indexes.length > 0) await model.collection.createIndexes(indexes);
    },
  };
}

export type { ClientSession, QueryFilter };
