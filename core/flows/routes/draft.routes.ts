import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { AGENCY_STAFF, checkFlow, READERS, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { actorOf, IdParams, toId } from '../../domain/routing/index.ts';
import type { Flow } from '../definition/flow.model.ts';
import type { FlowDrafts } from '../definition/flow-drafts.ts';
import type { FlowService } from '../definition/flows.service.ts';
import { DraftSchema, ProblemSchema } from './flow-schemas.ts';
import { problemView } from './flow-views.ts';

export type DraftRoutesDeps = {
  readonly definitions: FlowService;
  readonly drafts: FlowDrafts;
};

const tags = ['Drawing flows'];
const drawers = { access: { roles: AGENCY_STAFF } };
const Revision = Type.Integer({ minimum: 1, description: 'The revision that was read' });
const WithProblems = Type.Object(
  {
    problems: Type.Optional(
      Type.Boolean({ description: 'False: without them, which is a good deal faster' }),
    ),
  },
  { additionalProperties: false },
);
const Saved = Type.Object({ revision: Type.Integer(), problems: Type.Array(ProblemSchema) });

/** The draft of a flow: reading, saving, publishing, going back. */
// oxlint-disable-next-line max-lines-per-function -- one route after the other, mostly schemas
export function draftRoutes(app: FastifyInstance, deps: DraftRoutesDeps): void {
  const { definitions, drafts } = deps;
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  const saved = async (flow: Flow) => {
    const problems = await definitions.problems(checkFlow(flow.draft), flow);
    return { revision: flow.draftRevision, problems: problems.map(problemView) };
  };

  routes.get(
    '/flows/:id/draft',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags,
        summary: 'The draft of a flow with everything wrong with it',
        operationId: 'getFlowDraft',
        params: IdParams,
        querystring: WithProblems,
        response: { 200: DraftSchema },
      },
    },
    async ({ scope, params, query }) => {
      const flow = await definitions.get(scope, toId(params.id));
      const { publishedVersion, draft, draftRevision: revision, draftBy, draftAt } = flow;
      const last = { savedBy: draftBy ?? null, savedAt: draftAt?.toISOString() ?? null };
      const found = query.problems === false ? { revision } : await saved(flow);
      return { document: draft as unknown, publishedVersion, ...last, ...found };
    },
  );

  routes.get(
    '/flows/:id/draft/problems',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags,
        summary: 'Everything wrong with the draft of a flow, and which revision was looked at',
        operationId: 'getFlowDraftProblems',
        params: IdParams,
        response: { 200: Saved },
      },
    },
    async ({ scope, params }) => saved(await definitions.get(scope, toId(params.id))),
  );

  routes.put(
    '/flows/:id/draft',
    {
      config: drawers,
      bodyLimit: 5_000_000,
      schema: {
        tags,
        summary: 'Save the draft; refused when somebody else saved meanwhile',
        operationId: 'saveFlowDraft',
        params: IdParams,
        body: Type.Object(
          { document: Type.Unknown(), revision: Revision },
          { additionalProperties: false },
        ),
        response: { 200: Saved },
      },
    },
    async ({ scope, params, body, user }) => {
      const document = checkFlow(body.document);
      const _id = toId(params.id);
      await definitions.get(scope, _id);
      const flow = { _id, draftRevision: body.revision, who: actorOf(user) };
      return saved(await definitions.saveDraft(scope, flow, document));
    },
  );

  routes.post(
    '/flows/:id/roll-back',
    {
      config: drawers,
      schema: {
        tags,
        summary: 'Make an older version the draft again',
        operationId: 'rollBackFlow',
        params: IdParams,
        body: Type.Object(
          { version: Type.Integer({ minimum: 1 }), revision: Revision },
          { additionalProperties: false },
        ),
        response: { 200: Saved },
      },
    },
    async ({ scope, params, body, user }) =>
      saved(await drafts.rollBack(scope, toId(params.id), { ...body, who: actorOf(user) })),
  );

  routes.post(
    '/flows/:id/publish',
    {
      config: drawers,
      schema: {
        tags,
        summary: 'Make the draft the newest version; running cases stay on theirs',
        operationId: 'publishFlow',
        params: IdParams,
        body: Type.Object(
          {
            revision: Revision,
            note: Type.Union([Type.String({ maxLength: 1_000 }), Type.Null()]),
            drainsOlder: Type.Optional(
              Type.Boolean({ description: 'Nobody is moved to older versions any more' }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ version: Type.Integer() }) },
      },
    },
    async ({ scope, params, body, user }) => {
      const by = { who: actorOf(user), ...body };
      const { version } = await definitions.publish(scope, toId(params.id), by);
      return { version };
    },
  );
}
