import { invariant } from '@inning/sdk';
import type { Document, UpdateFilter } from 'mongodb';
import type { ClientSession, Model, PipelineStage, QueryFilter } from 'mongoose';
import { rawWriter } from './raw-writer.ts';
import {
  assertInScope,
  type Id,
  type Scope,
  scopeBeyond,
  scopeFilter,
  type Placement,
} from './scope.ts';

export type Filter<R> = QueryFilter<R>;
export type Update<R> = UpdateFilter<R & Document>;
export type FindOptions<R> = {
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  readonly limit?: number;
  readonly skip?: number;
  readonly fields?: readonly (keyof R & string)[];
  readonly session?: ClientSession | undefined;
};
export type InSession = { readonly session?: ClientSession | undefined };
/** What a caller hands in for a new row: defaults of the schema may be left out. */
export type NewRow<R> = { [K in keyof R]?: R[K] | undefined };

export type ScopedTable<R> = {
  find(filter?: Filter<R>, options?: FindOptions<R>): Promise<R[]>;
  findOne(filter: Filter<R>, options?: FindOptions<R>): Promise<R | null>;
  byId(id: Id, options?: FindOptions<R>): Promise<R | null>;
  count(filter?: Filter<R>, options?: InSession): Promise<number>;
  aggregate<Out>(pipeline: PipelineStage[], options?: InSession): Promise<Out[]>;
  /** Reads in the order of the sort without holding everything in memory. */
  stream(filter?: Filter<R>, options?: FindOptions<R>): AsyncIterable<R>;
  /** Validated by the schema. Throws the driver's duplicate key error when a unique key is taken. */
  insert(row: NewRow<R>, options?: InSession): Promise<R>;
  insertMany(rows: readonly NewRow<R>[], options?: InSession): Promise<R[]>;
  /** Returns whether a row matched. */
  updateOne(filter: Filter<R>, update: Update<R>, options?: InSession): Promise<boolean>;
  /** Returns the row after the update, or null when none matched. */
  change(filter: Filter<R>, update: Update<R>, options?: InSession): Promise<R | null>;
  updateMany(filter: Filter<R>, update: Update<R>, options?: InSession): Promise<number>;
  /** Inserts when the filter finds nothing; returns the row that is there afterwards. */
  upsert(filter: Filter<R>, update: Update<R>, options?: InSession): Promise<R>;
  deleteMany(filter: Filter<R>, options?: InSession): Promise<number>;
  /** Rows as they are, without schema defaults or checks: for hot paths that build whole rows. */
  insertRaw(rows: readonly R[], options?: InSession): Promise<void>;
  /** Many updates in one round trip; each filter is scoped. Returns how many rows matched in all. */
  bulk(changes: readonly BulkChange<R>[], options?: InSession): Promise<number>;
};
export type BulkChange<R> = {
  readonly filter: Filter<R>;
  readonly update: Update<R>;
  readonly many?: boolean;
  /** Inserts when the filter finds nothing; such a change counts as matched. */
  readonly upsert?: boolean;
};

/** Wraps a mongoose model so that every filter carries the scope and every row is checked against it. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createScopedTable<R>(
  model: Model<R>,
  placement: Placement,
  scope: Scope,
): ScopedTable<R> {
  const tenant = scopeFilter(scope, placement);
  // With $and a caller's own tenant field narrows the scope and can never widen it.
  const within = (filter: Filter<R> = {} as Filter<R>): Filter<R> => {
    const more = scopeBeyond(tenant, filter as Record<string, unknown>);
    return Object.keys(more).length === 0 ? filter : ({ $and: [more, filter] } as Filter<R>);
  };
  const writer = rawWriter(model);
  const checked = (rows: readonly object[]) => {
    for (const row of rows) assertInScope(scope, placement.tenancy, row);
  };
  const query = (filter: Filter<R> | undefined, options: FindOptions<R> = {}) => {
    const found = model.find(within(filter) as never).lean();
    if (options.fields) found.select(options.fields.join(' '));
    if (options.sort) found.sort(options.sort);
    if (options.skip) found.skip(options.skip);
    if (options.limit) found.limit(options.limit);
    if (options.session) found.session(options.session);
    return found;
  };

  return {
    find: async (filter, options) => (await query(filter, options).exec()) as unknown as R[],
    findOne: async (filter, options) =>
      ((await query(filter, { ...options, limit: 1 }).exec())[0] ?? null) as R | null,
    byId: async (id, options) =>
      ((await query({ _id: id } as Filter<R>, options).exec())[0] ?? null) as R | null,
    count: (filter, options = {}) =>
      model
        .countDocuments(within(filter) as never)
        .session(options.session ?? null)
        .exec(),
    aggregate: <Out>(pipeline: PipelineStage[], options: InSession = {}) =>
      model
        .aggregate<Out>([{ $match: scopeFilter(scope, placement) }, ...pipeline])
        .session(options.session ?? null)
        .exec(),
    stream: (filter, options) => query(filter, options).cursor() as unknown as AsyncIterable<R>,
    async insert(row, options = {}) {
      checked([row]);
      const [made] = await model.create([row as never], { session: options.session ?? null });
      invariant(made, 'an inserted row comes back');
      return made.toObject() as R;
    },
    async insertMany(rows, options = {}) {
      checked(rows);
      if (rows.length === 0) return [];
      const made = await model.insertMany(rows as never, { session: options.session ?? null });
      return (made as unknown as { toObject(): R }[]).map((one) => one.toObject());
    },
    async updateOne(filter, update, options = {}) {
      const result = await model.updateOne(
        within(filter) as never,
        update as never,
        writing(options),
      );
      return result.matchedCount > 0;
    },
    change: async (filter, update, options = {}) =>
      (await model
        .findOneAndUpdate(within(filter) as never, update as never, {
          ...writing(options),
          returnDocument: 'after',
        })
        .lean()
        .exec()) as R | null,
    async updateMany(filter, update, options = {}) {
      const result = await model.updateMany(
        within(filter) as never,
        update as never,
        writing(options),
      );
      return result.modifiedCount;
    },
    async upsert(filter, update, options = {}) {
      const row = (await model
        .findOneAndUpdate(within(filter) as never, update as never, {
          ...writing(options),
          returnDocument: 'after',
          upsert: true,
          setDefaultsOnInsert: true,
        })
        .lean()
        .exec()) as R | null;
      invariant(row, 'an upsert always leaves a row');
      checked([row as object]);
      return row;
    },
    async deleteMany(filter, options = {}) {
      const result = await model
        .deleteMany(within(filter) as never)
        .session(options.session ?? null)
        .exec();
      return result.deletedCount;
    },
    async insertRaw(rows, options = {}) {
      checked(rows as readonly object[]);
      await writer.insert(rows as readonly object[], options.session);
    },
    async bulk(changes, options = {}) {
      const updates = changes.map(({ filter, update, many = false, upsert = false }) => ({
        q: within(filter) as object,
        u: update as object,
        multi: many,
        upsert,
      }));
      return writer.update(updates, options.session);
    },
  };
}

const native = (options: InSession) => (options.session ? { session: options.session } : {});
const writing = (options: InSession) => ({ runValidators: true, ...native(options) });
