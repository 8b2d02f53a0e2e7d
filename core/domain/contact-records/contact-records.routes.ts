import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, type Static, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { optionalId, readUpload, sendFile } from '../files/index.ts';
import {
  actorOf,
  IdParams,
  IdSchema,
  idText,
  InstantSchema,
  OptionalDay,
  OptionalText,
  PageQuery,
  pageSchema,
  toId,
} from '../routing/index.ts';
import { CONTACT_KINDS, type ContactRecord } from './contact-record.model.ts';
import { ContactRecordNotFoundError } from './contact-records.errors.ts';
import type { ContactRecordService } from './contact-records.service.ts';

const tags = ['Contact records'];
const readers = { access: { roles: READERS } };
const writers = { access: { roles: WRITERS } };
const RecordSchema = Type.Object({
  id: IdSchema,
  debtorId: IdSchema,
  kind: Type.Enum(CONTACT_KINDS),
  at: InstantSchema,
  by: Type.String(),
  text: Type.String(),
  contactName: OptionalText,
  invoiceIds: Type.Array(IdSchema),
  isAutomatic: Type.Boolean(),
  attachments: Type.Array(
    Type.Object({
      fileId: IdSchema,
      name: Type.String(),
      mediaType: Type.String(),
      sizeBytes: Type.Integer(),
    }),
  ),
});
const NewRecordSchema = Type.Object(
  {
    kind: Type.Enum(CONTACT_KINDS),
    text: Type.String({ maxLength: 20_000 }),
    contactName: Type.Optional(Type.Union([Type.String({ maxLength: 300 }), Type.Null()])),
    invoiceIds: Type.Optional(Type.Array(IdSchema, { maxItems: 200 })),
    promisedOn: Type.Optional(OptionalDay),
  },
  { additionalProperties: false },
);
export type ContactRecordRoutesDeps = { readonly contactRecords: ContactRecordService };

export const contactRecordRoutes =
  ({ contactRecords }: ContactRecordRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    recordRoutes(app, contactRecords);
    attachmentRoutes(app, contactRecords);
  };

function recordRoutes(app: FastifyInstance, contactRecords: ContactRecordService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/debtors/:id/contact-records',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Lines in the file of a debtor, newest first',
        operationId: 'listContactRecords',
        params: IdParams,
        querystring: Type.Object(PageQuery),
        response: { 200: pageSchema(RecordSchema) },
      },
    },
    async ({ scope, params, query }) => {
      const page = await contactRecords.list(scope, toId(params.id), query);
      return { ...page, items: page.items.map(recordView) };
    },
  );

  routes.post(
    '/debtors/:id/contact-records',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Write a line in the file of a debtor',
        operationId: 'addContactRecord',
        params: IdParams,
        body: NewRecordSchema,
        response: { 201: RecordSchema },
      },
    },
    async ({ scope, params, body, user }, reply) => {
      const { invoiceIds, ...fields } = body;
      const record = await contactRecords.add(scope, toId(params.id), {
        ...fields,
        ...(invoiceIds ? { invoiceIds: invoiceIds.map(toId) } : {}),
        by: actorOf(user),
      });
      return reply.code(201).send(recordView(record));
    },
  );
}

function attachmentRoutes(app: FastifyInstance, contactRecords: ContactRecordService): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/contact-records/:id/attachments',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Keep files with a line: pictures, letters that came in',
        description: 'Multipart: files. An administrationId beside them must be that of the line.',
        operationId: 'addAttachments',
        params: IdParams,
        consumes: ['multipart/form-data'],
        response: { 201: RecordSchema },
      },
    },
    async (request, reply) => {
      const { scope, params } = request;
      let record = await contactRecords.get(scope, toId(params.id));
      const upload = await readUpload(request);
      const named = optionalId(upload, 'administrationId');
      if (named && !named.equals(record.administrationId)) {
        throw new ContactRecordNotFoundError(params.id);
      }
      for (const file of upload.files)
        record = await contactRecords.attach(scope, record._id, file);
      return reply.code(201).send(recordView(record));
    },
  );

  routes.get(
    '/contact-records/:id/attachments/:fileId',
    {
      config: readers,
      schema: {
        tags,
        summary: 'A file that was kept with a line',
        operationId: 'getAttachment',
        params: Type.Object({ id: IdSchema, fileId: IdSchema }),
      },
    },
    async ({ scope, params }, reply) => {
      const ids = [toId(params.id), toId(params.fileId)] as const;
      const { attachment, content } = await contactRecords.openAttachment(scope, ...ids);
      return sendFile(reply, attachment, content);
    },
  );
}

const recordView = (record: ContactRecord): Static<typeof RecordSchema> => ({
  id: idText(record._id),
  debtorId: idText(record.debtorId),
  kind: record.kind,
  at: record.at.toISOString(),
  by: record.by,
  text: record.text,
  contactName: record.contactName ?? null,
  invoiceIds: record.invoiceIds.map(idText),
  isAutomatic: record.isAutomatic,
  attachments: record.attachments.map((one) => ({
    fileId: idText(one.fileId),
    name: one.name,
    mediaType: one.mediaType,
    sizeBytes: one.sizeBytes,
  })),
});
