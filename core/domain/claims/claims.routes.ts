import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { cents, READERS, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { actorOf, DaySchema, IdParams, OptionalDay, ReasonSchema, toId } from '../routing/index.ts';
import { SpecificationSchema, specificationView } from './claim.view.ts';
import type { ClaimService } from './claims.service.ts';

const tags = ['Costs and interest'];
const writers = { access: { roles: WRITERS } };
const Reply = { 200: SpecificationSchema };
const AnnouncementParams = Type.Object({
  ...IdParams.properties,
  announcement: Type.String({ minLength: 1, maxLength: 40 }),
});
const NewsSchema = Type.Object(
  { on: DaySchema, reason: ReasonSchema },
  { additionalProperties: false },
);
export type ClaimRoutesDeps = { readonly claims: ClaimService };

export const claimRoutes =
  (deps: ClaimRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    readingRoute(app, deps);
    letterRoutes(app, deps);
    undoRoute(app, deps);
    waivingRoute(app, deps);
  };

function readingRoute(app: FastifyInstance, { claims }: ClaimRoutesDeps): void {
  app.withTypeProvider<TypeBoxTypeProvider>().get(
    '/debtors/:id/claim',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags,
        summary: 'The claim on a day, line by line with its legal ground and arithmetic',
        operationId: 'getClaim',
        params: IdParams,
        querystring: Type.Object({ on: Type.Optional(DaySchema) }),
        response: Reply,
      },
    },
    async ({ scope, params, query }) =>
      specificationView(await claims.specify(scope, toId(params.id), query.on)),
  );
}

function letterRoutes(app: FastifyInstance, { claims }: ClaimRoutesDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/debtors/:id/announcements',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Record a letter from elsewhere that announced the costs of all that is overdue',
        operationId: 'recordAnnouncement',
        params: IdParams,
        body: Type.Object(
          {
            channel: Type.Union([
              Type.Literal('post'),
              Type.Literal('mail'),
              Type.Literal('portal'),
            ]),
            sentOn: DaySchema,
            receivedOn: Type.Optional(OptionalDay),
            statedCents: Type.Optional(Type.Union([Type.Integer({ minimum: 1 }), Type.Null()])),
            reason: ReasonSchema,
          },
          { additionalProperties: false },
        ),
        response: Reply,
      },
    },
    async ({ scope, params, body, user }) => {
      const { receivedOn = null, statedCents = null, ...sent } = body;
      const debtorId = toId(params.id);
      const record = { ...sent, debtorId, receivedOn, statedCents, by: actorOf(user) };
      await claims.recordLetter(scope, record);
      return specificationView(await claims.specify(scope, debtorId));
    },
  );

  for (const [what, summary, operationId] of NEWS) {
    routes.post(
      `/debtors/:id/announcements/:announcement/${what}`,
      {
        config: writers,
        schema: {
          tags,
          summary,
          operationId,
          params: AnnouncementParams,
          body: NewsSchema,
          response: Reply,
        },
      },
      async ({ scope, params, body, user }) => {
        const announcementId = params.announcement;
        const debtorId = toId(params.id);
        const news = { ...body, debtorId, announcementId, by: actorOf(user) };
        await (what === 'receipt' ? claims.recordReceipt : claims.recordReturn)(scope, news);
        return specificationView(await claims.specify(scope, debtorId));
      },
    );
  }
}

function undoRoute(app: FastifyInstance, { claims }: ClaimRoutesDeps): void {
  app.withTypeProvider<TypeBoxTypeProvider>().post(
    '/debtors/:id/announcements/:announcement/return/undo',
    {
      config: writers,
      schema: {
        tags,
        summary: 'The letter did not come back after all: the announcement counts again',
        operationId: 'undoReturn',
        params: AnnouncementParams,
        body: Type.Object({ reason: ReasonSchema }, { additionalProperties: false }),
        response: Reply,
      },
    },
    async ({ scope, params, body, user }) => {
      const debtorId = toId(params.id);
      const undone = { ...body, announcementId: params.announcement, by: actorOf(user) };
      await claims.undoReturn(scope, { ...undone, debtorId });
      return specificationView(await claims.specify(scope, debtorId));
    },
  );
}

const NEWS = [
  ['receipt', 'Record proof that the letter was received', 'recordReceipt'],
  ['return', 'Record that the letter came back: the announcement counts no more', 'recordReturn'],
] as const;

function waivingRoute(app: FastifyInstance, { claims }: ClaimRoutesDeps): void {
  app.withTypeProvider<TypeBoxTypeProvider>().post(
    '/invoices/:id/waive',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Let go of costs or interest, with a reason',
        operationId: 'waive',
        params: IdParams,
        body: Type.Object(
          {
            part: Type.Union([Type.Literal('costs'), Type.Literal('interest')]),
            amountCents: Type.Optional(Type.Integer({ minimum: 1 })),
            reason: ReasonSchema,
          },
          { additionalProperties: false },
        ),
        response: Reply,
      },
    },
    async ({ scope, params, body, user }) => {
      const { part, reason, amountCents } = body;
      const waiver = { invoiceId: toId(params.id), part, reason, by: actorOf(user) };
      const amount = amountCents === undefined ? {} : { amountCents: cents(amountCents) };
      return specificationView(await claims.waive(scope, { ...waiver, ...amount }));
    },
  );
}
