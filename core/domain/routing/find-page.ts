import { type TSchema, Type } from '@inning/sdk';
import type { Filter, ScopedTable } from '../../store/index.ts';
import { type CursorValue, decodeCursor, encodeCursor } from './cursor.ts';

export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 2_000, description: '`nextCursor` of a page' })),
};
export type PageRequest = {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
};
export type Page<T> = { readonly items: T[]; readonly nextCursor: string | null };

export const pageSchema = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), nextCursor: Type.Union([Type.String(), Type.Null()]) });

export const pageLimit = (page: PageRequest): number => page.limit ?? 50;

export type PageOrder = Readonly<Record<string, 1 | -1>>;

/** One page in the given order; `_id` is added to it so that equal rows are never lost or repeated. */
export async function findPage<R>(
  table: ScopedTable<R>,
  filter: Filter<R>,
  options: { readonly order: PageOrder; readonly page: PageRequest },
): Promise<Page<R>> {
  const order: PageOrder = { ...options.order, _id: Object.values(options.order)[0] ?? 1 };
  const limit = pageLimit(options.page);
  const after = options.page.cursor ? rowsAfter(order, options.page.cursor) : {};
  const rows = await table.find({ $and: [filter, after] } as Filter<R>, {
    sort: order,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? cursorOf(order, last) : null };
}

export function cursorOf(order: PageOrder, row: unknown): string {
  const values = row as Record<string, CursorValue>;
  return encodeCursor(Object.keys(order).map((field) => values[field] ?? ''));
}

/** Rows that come after the cursor: equal on the first fields, further on the next. */
export function rowsAfter(order: PageOrder, cursor: string): object {
  const fields = Object.entries(order);
  const values = decodeCursor(cursor, fields.length);
  const ways = fields.map(([field, direction], index) => ({
    ...Object.fromEntries(fields.slice(0, index).map(([equal], at) => [equal, values[at]])),
    [field]: { [direction === 1 ? '$gt' : '$lt']: values[index] },
  }));
  return { $or: ways };
}
