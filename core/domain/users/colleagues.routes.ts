import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { UsersService } from './users.service.ts';

/** The people whose task list one may ask for, and to whom one may give a task (TASK-01). */
export const colleagueRoutes =
  ({ users }: { readonly users: UsersService }) =>
  async (app: FastifyInstance): Promise<void> => {
    app.withTypeProvider<TypeBoxTypeProvider>().get(
      '/colleagues',
      {
        config: { access: { roles: READERS } },
        schema: {
          tags: ['Users'],
          summary: 'Colleagues by name',
          operationId: 'listColleagues',
          response: {
            200: Type.Object({
              items: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
            }),
          },
        },
      },
      async ({ scope }) => {
        const found = await users.colleagues(scope);
        return { items: found.map(({ id, name }) => ({ id, name })) };
      },
    );
  };
