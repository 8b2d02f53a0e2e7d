import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { IdParams, OptionalDay, ReasonSchema, toId } from '../routing/index.ts';
import type { DebtorFile } from './debtor-file.ts';
import { DebtorSchema } from './debtor.view.ts';
import type { DebtorService } from './debtors.service.ts';

const config = { access: { roles: WRITERS } };
const common = { tags: ['Debtors'], params: IdParams, response: { 200: DebtorSchema } };

export function debtorPauseRoutes(
  app: FastifyInstance,
  debtors: DebtorService,
  file: DebtorFile,
): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/debtors/:id/pause',
    {
      config,
      schema: {
        ...common,
        summary: 'Hold everything back for a debtor',
        operationId: 'pauseDebtor',
        body: Type.Object(
          { until: Type.Optional(OptionalDay), reason: ReasonSchema },
          { additionalProperties: false },
        ),
      },
    },
    async ({ scope, params, body }) => {
      const pause = { until: body.until ?? null, reason: body.reason };
      await debtors.pause(scope, toId(params.id), pause);
      return file(scope, toId(params.id));
    },
  );

  routes.post(
    '/debtors/:id/resume',
    {
      config,
      schema: {
        ...common,
        summary: 'Let a paused debtor go on: now, or with all dates shifted',
        operationId: 'resumeDebtor',
        body: Type.Object(
          { choice: Type.Union([Type.Literal('now'), Type.Literal('shift')]) },
          { additionalProperties: false },
        ),
      },
    },
    async ({ scope, params, body }) => {
      await debtors.resume(scope, toId(params.id), body.choice);
      return file(scope, toId(params.id));
    },
  );
}
