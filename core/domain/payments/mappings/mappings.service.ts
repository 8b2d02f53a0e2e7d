import { createHash } from 'node:crypto';
import { type Clock, DomainError, type TableStyles } from '@inning/sdk';
import type { AdministrationKey, Id, Scope, Store } from '../../../store/index.ts';
import { administrationIdsIn } from '../../administrations/index.ts';
import { findPage, type PageRequest } from '../../routing/index.ts';
import { repeatOnDuplicate } from '../../writing/index.ts';
import { type StatementMapping, statementMappings } from './statement-mapping.model.ts';

export class StatementMappingNotFoundError extends DomainError {
  readonly code = 'STATEMENT_MAPPING_NOT_FOUND';
  readonly status = 404;

  constructor(mappingId: string) {
    super('Nothing is remembered of these columns.', { mappingId });
  }
}

/** How a person says a table is read. */
export type TableReading = {
  readonly account: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly styles: TableStyles;
};
type Deps = { readonly store: Store; readonly clock: Clock };
export type MappingService = ReturnType<typeof createMappingService>;

/** What people said about the columns of tables, per administration and account. */
export function createMappingService({ store, clock }: Deps) {
  const table = (scope: Scope) => store.table(statementMappings).in(scope);
  return {
    async list(
      scope: Scope,
      query: { readonly administrationId?: Id; readonly page?: PageRequest } = {},
    ) {
      const ids = await administrationIdsIn(store, scope, query.administrationId);
      return findPage(
        table(scope),
        { administrationId: { $in: ids } },
        { order: { rememberedAt: -1 }, page: query.page ?? {} },
      );
    },

    /** What was said of tables with these headers, latest first. */
    async find(
      scope: Scope,
      administrationId: Id,
      headers: readonly string[],
    ): Promise<StatementMapping[]> {
      const headersKey = keyOf(headers);
      return table(scope).find({ administrationId, headersKey }, { sort: { rememberedAt: -1 } });
    },

    /** Whether anything is remembered, so that files need not be looked at twice. */
    async hasAny(scope: Scope, administrationId: Id): Promise<boolean> {
      return (await table(scope).find({ administrationId }, { limit: 1, fields: [] })).length > 0;
    },

    /** What was said before of these headers and this account no longer counts. */
    async remember(
      scope: Scope,
      place: AdministrationKey,
      said: TableReading & { readonly headers: readonly string[]; readonly by: string },
    ): Promise<void> {
      const { account, columns, styles, headers } = said;
      const key = { ...place, account, headersKey: keyOf(headers) };
      const news = {
        headers: [...headers],
        columns,
        styles,
        rememberedAt: clock.now(),
        rememberedBy: said.by,
      };
      await repeatOnDuplicate(async () => {
        await table(scope).upsert(key, { $set: news } as never);
      });
    },

    async forget(scope: Scope, id: Id): Promise<void> {
      const known = await table(scope).byId(id);
      if (!known) throw new StatementMappingNotFoundError(id.toHexString());
      await table(scope).deleteMany({ _id: id });
    },
  };
}

const keyOf = (headers: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(headers.map((one) => one.replace(/\s+/g, ' ').trim().toLowerCase())))
    .digest('hex');
