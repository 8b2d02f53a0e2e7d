import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import {
  AGENCY_STAFF,
  checkFlow,
  parseFlow,
  type Problem,
  READERS,
  type RequestUser,
  Type,
} from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { IdParams, IdSchema, idText, OptionalIdSchema, toId } from '../../domain/routing/index.ts';
import type { Flow } from '../definition/flow.model.ts';
import type { FlowDrafts, FlowOwner } from '../definition/flow-drafts.ts';
import { shippedFlows } from '../definition/shipped-flows.ts';
import type { FlowService } from '../definition/flows.service.ts';
import { ProblemSchema } from './flow-schemas.ts';
import { problemView } from './flow-views.ts';

export type NewFlowRoutesDeps = {
  readonly definitions: FlowService;
  readonly drafts: FlowDrafts;
};

const tags = ['Drawing flows'];
const drawers = { access: { roles: AGENCY_STAFF } };
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const Made = Type.Object({ id: IdSchema, slug: Type.String() });
const MadeWithProblems = Type.Object({
  ...Made.properties,
  problems: Type.Array(ProblemSchema),
});

/** New flows: empty, copied, from a file; and a flow as a file. */
// oxlint-disable-next-line max-lines-per-function -- one route after the other, mostly schemas
export function newFlowRoutes(app: FastifyInstance, deps: NewFlowRoutesDeps): void {
  const { definitions, drafts } = deps;
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/flows',
    {
      config: drawers,
      schema: {
        tags,
        summary: 'An empty draft; without a creditor it is for the whole agency',
        operationId: 'createFlow',
        body: Type.Object(
          { name: Name, creditorId: OptionalIdSchema },
          { additionalProperties: false },
        ),
        response: { 201: Made },
      },
    },
    async ({ scope, body, user }, reply) =>
      reply.code(201).send(made(await drafts.start(scope, ownerOf(user, body), body.name))),
  );

  routes.post(
    '/flows/import',
    {
      config: drawers,
      bodyLimit: 5_000_000,
      schema: {
        tags,
        summary: 'A flow from a file, as a draft; what is missing here is named',
        operationId: 'importFlow',
        body: Type.Object(
          {
            document: Type.Optional(Type.Unknown()),
            text: Type.Optional(
              Type.String({ description: 'The file itself; what is wrong is named with its line' }),
            ),
            creditorId: OptionalIdSchema,
          },
          { additionalProperties: false },
        ),
        response: { 201: MadeWithProblems },
      },
    },
    async ({ scope, body, user }, reply) => {
      const owner = ownerOf(user, body);
      const value = body.text === undefined ? body.document : parseFlow(body.text);
      return reply.code(201).send(told(await drafts.importFile(scope, owner, value)));
    },
  );

  routes.get(
    '/flows/gallery',
    {
      config: drawers,
      schema: {
        tags,
        summary: 'The flows that come with the project, to begin with',
        operationId: 'listFlowGallery',
        response: {
          200: Type.Object({
            items: Type.Array(Type.Object({ slug: Type.String(), document: Type.Unknown() })),
          }),
        },
      },
    },
    async () => ({
      items: [...shippedFlows()].map(([slug, document]) => ({
        slug,
        document: document as unknown,
      })),
    }),
  );

  routes.post(
    '/flows/:id/copy',
    {
      config: drawers,
      schema: {
        tags,
        summary:
          'The draft of a flow as a new one, also for another creditor; what is missing is named',
        operationId: 'copyFlow',
        params: IdParams,
        body: Type.Object(
          { name: Name, creditorId: OptionalIdSchema },
          { additionalProperties: false },
        ),
        response: { 201: MadeWithProblems },
      },
    },
    async ({ scope, params, body, user }, reply) => {
      const to = { ...ownerOf(user, body), name: body.name };
      return reply.code(201).send(told(await drafts.copy(scope, toId(params.id), to)));
    },
  );

  routes.get(
    '/flows/:id/export',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags,
        summary: 'A flow as a file: the draft, or a published version',
        operationId: 'exportFlow',
        params: IdParams,
        querystring: Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1 })) }),
      },
    },
    async ({ scope, params, query }, reply) => {
      const flow = await definitions.get(scope, toId(params.id));
      const { version } = query;
      const document = checkFlow(
        version === undefined
          ? flow.draft
          : (await definitions.version(scope, flow._id, version)).document,
      );
      return reply
        .header('content-disposition', `attachment; filename="${flow.slug}.flow.json"`)
        .type('application/json')
        .send(`${JSON.stringify(document, null, 2)}\n`);
    },
  );
}

const made = (flow: Flow) => ({ id: idText(flow._id), slug: flow.slug });
const told = ({ flow, problems }: { flow: Flow; problems: readonly Problem[] }) => ({
  ...made(flow),
  problems: problems.map(problemView),
});

function ownerOf(
  user: RequestUser | undefined | null,
  { creditorId }: { readonly creditorId: string | null },
): FlowOwner {
  return {
    agencyId: toId(user?.agencyId ?? ''),
    creditorId: creditorId === null ? null : toId(creditorId),
  };
}
