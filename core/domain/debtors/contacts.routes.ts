import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { IdParams, IdSchema, toId } from '../routing/index.ts';
import type { DebtorFile } from './debtor-file.ts';
import { ContactChangeSchema, DebtorSchema, NewContactSchema } from './debtor.view.ts';
import type { DebtorService } from './debtors.service.ts';

const config = { access: { roles: WRITERS } };
const tags = ['Debtors'];
const ContactParams = Type.Object({ id: IdSchema, contactId: IdSchema });

export function contactRoutes(
  app: FastifyInstance,
  debtors: DebtorService,
  file: DebtorFile,
): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  routes.post(
    '/debtors/:id/contacts',
    {
      config,
      schema: {
        tags,
        summary: 'Add a contact to a debtor',
        operationId: 'addContact',
        params: IdParams,
        body: NewContactSchema,
        response: { 201: DebtorSchema },
      },
    },
    async ({ scope, params, body }, reply) => {
      await debtors.contacts.add(scope, toId(params.id), body);
      return reply.code(201).send(await file(scope, toId(params.id)));
    },
  );
  existingContactRoutes(app, debtors, file);
}

function existingContactRoutes(
  app: FastifyInstance,
  debtors: DebtorService,
  file: DebtorFile,
): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.patch(
    '/debtors/:id/contacts/:contactId',
    {
      config,
      schema: {
        tags,
        summary: 'Change a contact of a debtor',
        operationId: 'updateContact',
        params: ContactParams,
        body: ContactChangeSchema,
        response: { 200: DebtorSchema },
      },
    },
    async ({ scope, params, body }) => {
      await debtors.contacts.update(scope, placeOf(params), body);
      return file(scope, toId(params.id));
    },
  );

  routes.delete(
    '/debtors/:id/contacts/:contactId',
    {
      config,
      schema: {
        tags,
        summary: 'Remove a contact of a debtor',
        operationId: 'removeContact',
        params: ContactParams,
        response: { 200: DebtorSchema },
      },
    },
    async ({ scope, params }) => {
      await debtors.contacts.remove(scope, placeOf(params));
      return file(scope, toId(params.id));
    },
  );
}

const placeOf = (params: { id: string; contactId: string }) => ({
  debtorId: toId(params.id),
  contactId: toId(params.contactId),
});
