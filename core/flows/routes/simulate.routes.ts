import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { localize, READERS, type Static, Type } from '@inning/sdk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DebtorNotFoundError } from '../../domain/debtors/index.ts';
import { IdSchema, toId } from '../../domain/routing/index.ts';
import type { AgencyNodes } from '../engine/drawings/index.ts';
import { LetterNotTriedError } from '../flows.errors.ts';
import { EXAMPLE_IDS, EXAMPLES, exampleNamed } from '../simulate/examples/examples.ts';
import type {
  createSimulation,
  Simulation,
  SimulationResult,
} from '../simulate/simulate-debtor.ts';
import { nodeLabel, summariesOf } from './flow-views.ts';
import { localeOf } from './locale-of.ts';
import { ExampleSchema, MadeLetterSchema, RunSchema } from './simulate-schemas.ts';

export type SimulateRoutesDeps = {
  readonly simulate: ReturnType<typeof createSimulation>;
  readonly types: AgencyNodes;
};

const tags = ['Flows'];
const readers = { access: { roles: READERS } };
const MOST_DAYS = 1_000;

const Asked = {
  debtorId: Type.Optional(IdSchema),
  example: Type.Optional(Type.Enum([...EXAMPLE_IDS], { description: 'Instead of a debtor' })),
  administrationId: Type.Optional(IdSchema),
  days: Type.Integer({ minimum: 1, maximum: MOST_DAYS }),
  flowId: Type.Optional(IdSchema),
  version: Type.Optional(
    Type.Union([Type.Integer({ minimum: 1 }), Type.Literal('draft')], {
      description: 'Walks the flow from its start; left out, on from where the debtor stands',
    }),
  ),
  payments: Type.Optional(
    Type.Array(
      Type.Object({
        day: Type.Integer({ minimum: 0, maximum: MOST_DAYS }),
        amountCents: Type.Integer({ minimum: 1 }),
      }),
      { maxItems: 50 },
    ),
  ),
};
const AskedSchema = Type.Object(Asked, { additionalProperties: false });
type AskedBody = Static<typeof AskedSchema>;

/** A debtor or an example through the days to come. Nothing is stored or sent. */
// oxlint-disable-next-line max-lines-per-function -- one route after the other, mostly schemas
export function simulateRoutes(app: FastifyInstance, deps: SimulateRoutesDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.get(
    '/simulate/examples',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Debtors who do not exist, to try a flow with',
        operationId: 'listExamples',
        response: { 200: Type.Object({ items: Type.Array(ExampleSchema) }) },
      },
    },
    async (request) => {
      const locale = localeOf(request);
      return {
        items: EXAMPLES.map(({ id, title, description, kind, invoices, payments }) => ({
          id,
          title: localize(title, locale),
          description: localize(description, locale),
          kind,
          openCents: invoices.reduce((sum, { openCents }) => sum + openCents, 0),
          payments: [...payments],
        })),
      };
    },
  );

  routes.post(
    '/simulate',
    {
      config: readers,
      schema: {
        tags,
        summary: 'One debtor through the days to come, with and without its payments',
        operationId: 'simulate',
        body: AskedSchema,
        response: {
          200: Type.Object({
            flow: Type.String(),
            version: Type.Integer({ description: '0 is the draft' }),
            document: Type.Unknown(),
            summaries: Type.Record(Type.String(), Type.String()),
            debtorName: Type.String(),
            startsOn: Type.String({ format: 'date' }),
            lastOn: Type.String({ format: 'date' }),
            payments: Type.Array(
              Type.Object({
                on: Type.String({ format: 'date' }),
                at: Type.String({ format: 'date-time' }),
                amountCents: Type.Integer(),
              }),
            ),
            ...RunSchema.properties,
            without: Type.Union([RunSchema, Type.Null()], {
              description: 'The same days without the payments; null when there are none',
            }),
          }),
        },
      },
    },
    async (request) => {
      const wanted = simulationOf(request.body);
      const result = await run(request, wanted);
      const { payments = [], ...rest } = wanted;
      const without = payments.length > 0 ? await run(request, rest as Simulation) : null;
      const { document } = result;
      const said = saidTo(request);
      return {
        flow: result.flow,
        version: result.version,
        document,
        debtorName: result.debtorName,
        startsOn: result.startsOn,
        lastOn: result.lastOn,
        payments: result.payments.map((one) => ({ ...one, at: one.at.toISOString() })),
        summaries: summariesOf(document, said),
        ...runView(result, said),
        without: without && runView(without, said),
      };
    },
  );

  routes.post(
    '/simulate/letters/:letterId',
    {
      config: readers,
      schema: {
        tags,
        summary: 'A letter of a simulation, as it would be',
        operationId: 'previewLetter',
        params: Type.Object({ letterId: Type.String({ maxLength: 40 }) }),
        body: AskedSchema,
        response: { 200: MadeLetterSchema },
      },
    },
    async (request) => {
      const { letters } = await run(request, simulationOf(request.body));
      const letter = letters.find(({ id }) => id === request.params.letterId);
      if (!letter) throw new LetterNotTriedError(request.params.letterId);
      return letter;
    },
  );

  async function run(
    { scope, body }: FastifyRequest,
    wanted: Simulation,
  ): Promise<SimulationResult> {
    const result = await deps.simulate(scope, wanted);
    if (!result) throw new DebtorNotFoundError((body as AskedBody).debtorId ?? '–');
    return result;
  }

  function saidTo(request: FastifyRequest) {
    const types = deps.types.of(request.user?.agencyId ?? '');
    return { types, locale: localeOf(request) };
  }

  type SaidTo = ReturnType<typeof saidTo>;

  function runView({ flow, document, lines, letters, standings }: SimulationResult, said: SaidTo) {
    return {
      lines: lines.map(({ at, ...line }) => ({
        ...line,
        values: { ...line.values },
        at: at.toISOString(),
        nodeLabel:
          line.flow === flow
            ? nodeLabel(document, line.nodeId, said)
            : nodeLabel(undefined, line.nodeId, said),
      })),
      letters: letters.map(({ html: _html, text: _text, ...letter }) => letter),
      standings: standings.map((one) => ({
        ...one,
        nodeLabel: nodeLabel(document, one.nodeId, said),
      })),
    };
  }
}

/** Throws `DebtorNotFoundError` when neither a debtor nor an example is named. */
function simulationOf(asked: AskedBody): Simulation {
  const { debtorId, example, administrationId, days, flowId, version, payments } = asked;
  const what = {
    days,
    ...(flowId ? { flowId: toId(flowId) } : {}),
    ...(version === undefined ? {} : { version }),
    ...(payments ? { payments } : {}),
    ...(administrationId ? { administrationId: toId(administrationId) } : {}),
  };
  const named = exampleNamed(example ?? '');
  if (named) return { ...what, example: named };
  if (!debtorId) throw new DebtorNotFoundError('–');
  return { ...what, debtorId: toId(debtorId) };
}
