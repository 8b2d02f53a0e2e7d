import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type Clock, READERS, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { IdSchema } from '../domain/routing/index.ts';
import type { Store } from '../store/index.ts';
import { type AdministrationNumbers, createOverview } from './read-overview.ts';

const Count = Type.Integer({ minimum: 0 });
const TextOrNull = Type.Union([Type.String(), Type.Null()]);

const Numbers = Type.Object({
  id: IdSchema,
  name: Type.String(),
  creditorName: Type.String(),
  openCents: Type.Integer(),
  openCount: Count,
  overdueCents: Type.Integer(),
  overdueCount: Count,
  tasksDueCount: Count,
  sentTodayCount: Count,
  ambiguousCount: Count,
  waitingCount: Count,
  stuckCount: Count,
  withoutFlowCount: Count,
  testMode: Type.Boolean(),
  pausedSince: TextOrNull,
  pausedUntil: TextOrNull,
  pauseReason: TextOrNull,
  lastRunAt: TextOrNull,
  runState: Type.Enum(['on-time', 'late', 'paused'], {
    description: 'Late: the flows did not get through it for more than an hour',
  }),
  sinceRunMinutes: Type.Union([Count, Type.Null()]),
  bankFeedAt: TextOrNull,
});

/** The start page in one answer. */
export const overviewRoutes =
  (deps: { readonly store: Store; readonly clock: Clock }) =>
  async (app: FastifyInstance): Promise<void> => {
    const read = createOverview(deps);
    app.withTypeProvider<TypeBoxTypeProvider>().get(
      '/overview',
      {
        config: { access: { roles: READERS } },
        schema: {
          tags: ['Overview'],
          summary: 'Numbers per administration for the start page, the longest without a run first',
          operationId: 'getOverview',
          response: {
            200: Type.Object({ today: Type.String(), administrations: Type.Array(Numbers) }),
          },
        },
      },
      async ({ scope }) => {
        const { today, numbers } = await read(scope);
        return { today, administrations: numbers.map(numbersView) };
      },
    );
  };

function numbersView({ administration, ...counts }: AdministrationNumbers) {
  const { _id, name, testMode, pausedSince, pausedUntil, pauseReason } = administration;
  const { lastRunAt, bankFeedAt } = administration;
  return {
    id: String(_id),
    name,
    ...counts,
    testMode,
    pausedSince: pausedSince?.toISOString() ?? null,
    pausedUntil,
    pauseReason,
    lastRunAt: lastRunAt?.toISOString() ?? null,
    bankFeedAt: bankFeedAt?.toISOString() ?? null,
  };
}
