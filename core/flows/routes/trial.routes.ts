import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { localize, READERS, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { IdSchema, idText, PageQuery, toId } from '../../domain/routing/index.ts';
import { type CaseToday, DAY_GROUPS, isLetter } from '../simulate/today/day-groups.ts';
import type { createDebtorsToday } from '../simulate/today/debtors-today.ts';
import { MessageOrNull, messageOf } from './flow-schemas.ts';
import { nodeLabel, type Named } from './flow-views.ts';
import { createInstanceNames, type InstanceNamesDeps } from './instance-names.ts';

export type TrialRoutesDeps = InstanceNamesDeps & {
  readonly debtorsToday: ReturnType<typeof createDebtorsToday>;
};

const tags = ['Flows'];
const readers = { access: { roles: READERS } };
const DayOrNull = Type.Union([Type.String({ format: 'date' }), Type.Null()]);

const Step = Type.Object({
  nodeLabel: Type.String(),
  event: Type.String(),
  outcomeLabel: Type.Union([Type.String(), Type.Null()]),
  because: MessageOrNull,
  isLetter: Type.Boolean(),
});
const CaseItem = Type.Object({
  flowId: IdSchema,
  flowName: Type.String(),
  isNew: Type.Boolean({ description: 'It would begin today' }),
  state: Type.String({ description: 'At the end of the day' }),
  nodeLabel: Type.String({ description: 'Where it stands at the end of the day' }),
  steps: Type.Array(Step),
  waiting: MessageOrNull,
  nextOn: DayOrNull,
});
const DebtorItem = Type.Object({
  debtorId: IdSchema,
  debtorName: Type.String(),
  debtorNumber: Type.String(),
  group: Type.Enum([...DAY_GROUPS]),
  overdueCents: Type.Union([Type.Integer(), Type.Null()], {
    description: 'Null when nothing looks at the debtor today',
  }),
  cases: Type.Array(CaseItem),
});

/** What would happen today. Nothing is stored or sent. */
export function trialRoutes(app: FastifyInstance, deps: TrialRoutesDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  const namesFor = createInstanceNames(deps);

  routes.get(
    '/dry-run',
    {
      config: readers,
      schema: {
        tags,
        summary: 'What the published flows would do today, some debtors at a time',
        operationId: 'dryRun',
        querystring: Type.Object({
          ...PageQuery,
          administrationId: IdSchema,
          flowId: Type.Optional(IdSchema),
        }),
        response: {
          200: Type.Object({
            on: Type.String({ format: 'date' }),
            debtorCount: Type.Integer({ description: 'All debtors of the administration' }),
            lookedAt: Type.Integer({ description: 'Those that this page looked at' }),
            items: Type.Array(DebtorItem),
            nextCursor: Type.Union([Type.String(), Type.Null()]),
          }),
        },
      },
    },
    async (request, reply) => {
      const { scope, query } = request;
      const page = await deps.debtorsToday(scope, {
        administrationId: toId(query.administrationId),
        flowId: query.flowId ? toId(query.flowId) : undefined,
        page: query,
      });
      if (!page) return reply.callNotFound() as never;
      const all = page.items.flatMap(({ cases }) => cases.map(({ instance }) => instance));
      const named = await namesFor(request, all);
      const items = page.items.map(({ debtor, group, cases }) => ({
        debtorId: idText(debtor._id),
        debtorName: debtor.name,
        debtorNumber: debtor.number,
        group,
        overdueCents: mostOverdue(cases),
        cases: cases.map((one) => caseView(one, named(one.instance))),
      }));
      return { ...page, items };
    },
  );
}

/** Cases of a debtor look at the same invoices or at parts of them; the whole is the largest. */
function mostOverdue(cases: readonly CaseToday[]): number | null {
  const known = cases.flatMap(({ overdueCents }) => overdueCents ?? []);
  return known.length > 0 ? Math.max(...known) : null;
}

function caseView({ instance, isNew, steps }: CaseToday, named: Named) {
  const { document, types, locale } = named;
  const { flowId, state, nodeId, waiting, deviation, plannedOn } = instance;
  return {
    flowId: idText(flowId),
    flowName: document ? localize(document.name as never, locale) : '–',
    isNew,
    state,
    nodeLabel: nodeLabel(document, nodeId, named),
    steps: steps.map((step) => {
      const outcomes: Readonly<Record<string, unknown>> = types.find(step.type)?.outcomes ?? {};
      const outcome = outcomes[step.outcome ?? ''];
      return {
        nodeLabel: nodeLabel(document, step.nodeId, named),
        event: step.kind,
        outcomeLabel: outcome ? localize(outcome as never, locale) : step.outcome,
        because: messageOf(step.because),
        isLetter: isLetter(step),
      };
    }),
    waiting: messageOf(waiting),
    nextOn: deviation?.on ?? plannedOn,
  };
}
