import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { DEBTOR_FLAGS, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { actorOf, IdParams, ReasonSchema, toId } from '../routing/index.ts';
import type { DebtorFile } from './debtor-file.ts';
import { DebtorSchema } from './debtor.view.ts';
import type { DebtorService } from './debtors.service.ts';

const config = { access: { roles: WRITERS } };
const common = {
  tags: ['Debtors'],
  params: IdParams,
  body: Type.Object(
    { flag: Type.Enum(DEBTOR_FLAGS), reason: ReasonSchema },
    { additionalProperties: false },
  ),
  response: { 200: DebtorSchema },
};

export function debtorFlagRoutes(
  app: FastifyInstance,
  debtors: DebtorService,
  file: DebtorFile,
): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/debtors/:id/set-flag',
    {
      config,
      schema: {
        ...common,
        summary: 'Note that a debtor has died, is bankrupt, has debt counselling, ...',
        operationId: 'setDebtorFlag',
      },
    },
    async ({ scope, params, body, user }) => {
      await debtors.flags.set(scope, toId(params.id), { ...body, by: actorOf(user) });
      return file(scope, toId(params.id));
    },
  );

  routes.post(
    '/debtors/:id/clear-flag',
    {
      config,
      schema: {
        ...common,
        summary: 'Note that such a circumstance is over, or never was',
        operationId: 'clearDebtorFlag',
      },
    },
    async ({ scope, params, body, user }) => {
      await debtors.flags.clear(scope, toId(params.id), { ...body, by: actorOf(user) });
      return file(scope, toId(params.id));
    },
  );
}
