import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { ADMINISTRATORS, READERS, type Static, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import {
  actorOf,
  DaySchema,
  IdParams,
  IdSchema,
  idText,
  InstantSchema,
  OptionalIdSchema,
  optionalIdText,
  ReasonSchema,
  toId,
} from '../routing/index.ts';
import type { CollectionTermsRow } from './collection-terms.model.ts';
import type { CollectionTermsService, NewTerms } from './collection-terms.service.ts';
import { termsOf } from './terms.ts';

const tags = ['Costs and interest'];
const Points = Type.Union([Type.Integer({ minimum: 0, maximum: 10_000 }), Type.Null()], {
  description: 'Hundredths of a percent',
});
const Amount = Type.Union([Type.Integer({ minimum: 0, maximum: 100_000_000 }), Type.Null()], {
  description: 'Whole cents',
});
const Interest = Type.Union(
  [
    Type.Object(
      {
        percent: Type.String({
          pattern: '^\\d{1,3}(\\.\\d{1,4})?$',
          description: 'Such as 8 or 7.25',
        }),
        isOnTop: Type.Boolean({ description: 'On top of the rate by law' }),
      },
      { additionalProperties: false },
    ),
    Type.Null(),
  ],
  { description: 'Percent a year that was agreed; null is the rate by law' },
);
const Part = Type.Union([
  Type.Literal('costs'),
  Type.Literal('interest'),
  Type.Literal('principal'),
]);
const terms = {
  costsBearer: Type.Union([
    Type.Literal('debtor'),
    Type.Literal('creditor'),
    Type.Literal('shared'),
  ]),
  debtorPoints: Points,
  debtorCents: Amount,
  businessPoints: Points,
  businessMinimumCents: Amount,
  interest: Type.Union([
    Type.Literal('never'),
    Type.Literal('with-costs'),
    Type.Literal('from-due'),
  ]),
  consumerInterest: Interest,
  businessInterest: Interest,
  isVatDeductible: Type.Boolean(),
  paymentOrder: Type.Union([Type.Array(Part, { maxItems: 3 }), Type.Null()]),
  keepsCostsOpen: Type.Boolean(),
};
export const TermsSchema = Type.Object(terms);
const NewTermsSchema = Type.Object(
  { ...terms, validFrom: DaySchema, reason: ReasonSchema },
  { additionalProperties: false },
);
const AgreedSchema = Type.Object({
  ...terms,
  id: IdSchema,
  administrationId: OptionalIdSchema,
  validFrom: DaySchema,
  reason: Type.String(),
  by: Type.String(),
  at: InstantSchema,
});

type Deps = { readonly collectionTerms: CollectionTermsService };

export const collectionTermsRoutes =
  (deps: Deps) =>
  async (app: FastifyInstance): Promise<void> => {
    readingRoute(app, deps);
    agreeingRoutes(app, deps);
  };

function readingRoute(app: FastifyInstance, { collectionTerms }: Deps): void {
  app.withTypeProvider<TypeBoxTypeProvider>().get(
    '/administrations/:id/collection-terms',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags,
        summary: 'What is agreed about costs and interest, and what was before',
        operationId: 'getCollectionTerms',
        params: IdParams,
        response: {
          200: Type.Object({
            terms: TermsSchema,
            currentId: OptionalIdSchema,
            history: Type.Array(AgreedSchema),
          }),
        },
      },
    },
    async ({ scope, params }) => {
      const found = await collectionTerms.ofAdministration(scope, toId(params.id));
      return {
        terms: viewOf(found.terms),
        currentId: optionalIdText(found.currentId),
        history: found.history.map(agreedView),
      };
    },
  );
}

function agreeingRoutes(app: FastifyInstance, { collectionTerms }: Deps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/administrations/:id/collection-terms',
    {
      config: { access: { roles: ADMINISTRATORS } },
      schema: {
        tags,
        summary: 'Agree on costs and interest for one administration, from a day on',
        operationId: 'agreeCollectionTerms',
        params: IdParams,
        body: NewTermsSchema,
        response: { 201: AgreedSchema },
      },
    },
    async ({ scope, params, body, user }, reply) => {
      const news: NewTerms = { ...body, by: actorOf(user) };
      const made = await collectionTerms.agreeForAdministration(scope, toId(params.id), news);
      return reply.code(201).send(agreedView(made));
    },
  );

  routes.post(
    '/creditors/:id/collection-terms',
    {
      config: { access: { roles: ADMINISTRATORS } },
      schema: {
        tags,
        summary: 'Agree on costs and interest for every administration without its own agreement',
        operationId: 'agreeCollectionTermsOfCreditor',
        params: IdParams,
        body: NewTermsSchema,
        response: { 201: AgreedSchema },
      },
    },
    async ({ scope, params, body, user }, reply) => {
      const news: NewTerms = { ...body, by: actorOf(user) };
      const made = await collectionTerms.agreeForCreditor(scope, toId(params.id), news);
      return reply.code(201).send(agreedView(made));
    },
  );
}

type TermsView = Static<typeof TermsSchema>;
const viewOf = (found: ReturnType<typeof termsOf>): TermsView => ({
  ...found,
  paymentOrder: found.paymentOrder && [...found.paymentOrder],
});

const agreedView = (row: CollectionTermsRow): Static<typeof AgreedSchema> => ({
  ...viewOf(termsOf(row)),
  id: idText(row._id),
  administrationId: optionalIdText(row.administrationId),
  validFrom: row.validFrom,
  reason: row.reason,
  by: row.by,
  at: row.at.toISOString(),
});
