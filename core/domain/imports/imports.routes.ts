import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type Locale, READERS, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readUpload, requireId, textsIn } from '../files/index.ts';
import { actorOf, IdParams, IdSchema, PageQuery, pageSchema, toId } from '../routing/index.ts';
import {
  committedView,
  CommittedSchema,
  importItemView,
  ImportItemSchema,
  ImportPreviewSchema,
  ImportSchema,
  importView,
} from './import.view.ts';
import { ITEM_STATUSES } from './import-item.model.ts';
import type { ImportService } from './imports.service.ts';

const tags = ['Imports'];
const readers = { access: { roles: READERS } };
const writers = { access: { roles: WRITERS } };
/** A preview shows so many items of each status of each file; the others are read page by page. */
const SHOWN_ITEMS = 200;
export type ImportRoutesDeps = { readonly imports: ImportService };

export const importRoutes =
  ({ imports }: ImportRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    previewRoute(app, imports);
    commitRoute(app, imports);
    readingRoutes(app, imports);
  };

function previewRoute(app: FastifyInstance, imports: ImportService): void {
  app.withTypeProvider<TypeBoxTypeProvider>().post(
    '/imports/preview',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Read files with invoices or debtors and show what importing them would do',
        description:
          'Multipart: files, `administrationId`, and `columns` as JSON (field to header).',
        operationId: 'previewImport',
        consumes: ['multipart/form-data'],
        response: { 201: ImportPreviewSchema },
      },
    },
    async (request, reply) => {
      const { scope, user } = request;
      const upload = await readUpload(request);
      const made = await imports.preview(scope, {
        administrationId: requireId(upload, 'administrationId'),
        files: upload.files,
        columns: textsIn(upload, 'columns'),
        by: actorOf(user),
      });
      const view = importView(made);
      const files = [];
      for (const [fileIndex, file] of view.files.entries()) {
        const asked = { fileIndex, limit: SHOWN_ITEMS };
        const items = await imports.firstItems(scope, made._id, asked);
        files.push({
          ...file,
          items: items.map((item) => importItemView(item, localeOf(request))),
        });
      }
      return reply.code(201).send({ importId: view.id, ...view, files });
    },
  );
}

function commitRoute(app: FastifyInstance, imports: ImportService): void {
  app.withTypeProvider<TypeBoxTypeProvider>().post(
    '/imports/:id/commit',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Write an import; again after an interruption, to go on',
        operationId: 'commitImport',
        params: IdParams,
        response: { 200: CommittedSchema },
      },
    },
    async ({ scope, params, user }) => {
      const commit = { importId: toId(params.id), by: actorOf(user) };
      return committedView(await imports.commit(scope, commit));
    },
  );
}

function readingRoutes(app: FastifyInstance, imports: ImportService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/imports',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Imports, newest first',
        operationId: 'listImports',
        querystring: Type.Object({ ...PageQuery, administrationId: Type.Optional(IdSchema) }),
        response: { 200: pageSchema(ImportSchema) },
      },
    },
    async ({ scope, query }) => {
      const { administrationId } = query;
      const asked = administrationId ? { administrationId: toId(administrationId) } : {};
      const page = await imports.list(scope, { ...asked, page: query });
      return { ...page, items: page.items.map(importView) };
    },
  );

  routes.get(
    '/imports/:id',
    {
      config: readers,
      schema: {
        tags,
        summary: 'One import and how far it came',
        operationId: 'getImport',
        params: IdParams,
        response: { 200: ImportSchema },
      },
    },
    async ({ scope, params }) => importView(await imports.get(scope, toId(params.id))),
  );

  routes.get(
    '/imports/:id/items',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Lines and documents of an import',
        operationId: 'listImportItems',
        params: IdParams,
        querystring: Type.Object({
          ...PageQuery,
          status: Type.Optional(Type.Enum(ITEM_STATUSES)),
        }),
        response: { 200: pageSchema(ImportItemSchema) },
      },
    },
    async (request) => {
      const { scope, params, query } = request;
      const asked = query.status ? { status: query.status } : {};
      const page = await imports.items(scope, toId(params.id), { ...asked, page: query });
      return { ...page, items: page.items.map((item) => importItemView(item, localeOf(request))) };
    },
  );
}

const localeOf = (request: FastifyRequest): Locale => request.session?.locale ?? 'nl';
