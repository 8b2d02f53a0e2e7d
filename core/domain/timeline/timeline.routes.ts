import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, type Static, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import {
  IdParams,
  InstantSchema,
  MessageSchema,
  OptionalIdSchema,
  OptionalText,
  PageQuery,
  pageSchema,
  toId,
} from '../routing/index.ts';
import type { TimelineEntry } from './timeline-entry.ts';
import type { TimelineService } from './timeline.service.ts';

const EntrySchema = Type.Object({
  id: Type.String(),
  at: InstantSchema,
  source: Type.String(),
  said: MessageSchema,
  by: OptionalText,
  communicationId: OptionalIdSchema,
});
export type TimelineRoutesDeps = { readonly timeline: TimelineService };

export const timelineRoutes =
  ({ timeline }: TimelineRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    app.withTypeProvider<TypeBoxTypeProvider>().get(
      '/debtors/:id/timeline',
      {
        config: { access: { roles: READERS } },
        schema: {
          tags: ['Debtors'],
          summary: 'What happened to a debtor, newest first',
          operationId: 'getTimeline',
          params: IdParams,
          querystring: Type.Object(PageQuery),
          response: { 200: pageSchema(EntrySchema) },
        },
      },
      async ({ scope, params, query }) => {
        const page = await timeline.of(scope, toId(params.id), query);
        return { ...page, items: page.items.map(entryView) };
      },
    );
  };

const entryView = (told: TimelineEntry): Static<typeof EntrySchema> => ({
  id: told.id,
  at: told.at.toISOString(),
  source: told.source,
  said: told.said,
  by: told.by,
  communicationId: told.communicationId,
});
