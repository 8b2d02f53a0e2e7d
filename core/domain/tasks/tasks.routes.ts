import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { READERS, Type, WRITERS } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Scope } from '../../store/index.ts';
import {
  actorOf,
  DaySchema,
  IdParams,
  IdSchema,
  PageQuery,
  pageSchema,
  toId,
} from '../routing/index.ts';
import {
  NewTaskSchema,
  TaskChangeSchema,
  TaskKindSchema,
  TaskSchema,
  TaskStateSchema,
  taskView,
} from './task.view.ts';
import type { Task } from './task.model.ts';
import type { TaskService } from './tasks.service.ts';

const tags = ['Tasks'];
const writers = { access: { roles: WRITERS } };
export type TaskRoutesDeps = { readonly taskList: TaskService };

export const taskRoutes =
  ({ taskList }: TaskRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    const view = async (scope: Scope, task: Task) => taskView(await taskList.describe(scope, task));
    listRoute(app, taskList);
    writingRoutes(app, taskList, view);
    closingRoutes(app, taskList, view);
  };

type View = (scope: Scope, task: Task) => Promise<ReturnType<typeof taskView>>;

function listRoute(app: FastifyInstance, taskList: TaskService): void {
  app.withTypeProvider<TypeBoxTypeProvider>().get(
    '/tasks',
    {
      config: { access: { roles: READERS } },
      schema: {
        tags,
        summary: 'The task list, today or as it would be on another day',
        operationId: 'listTasks',
        querystring: Type.Object({
          ...PageQuery,
          administrationId: Type.Optional(IdSchema),
          debtorId: Type.Optional(IdSchema),
          assigneeId: Type.Optional(IdSchema),
          on: Type.Optional(DaySchema),
          state: Type.Optional(TaskStateSchema),
          kind: Type.Optional(TaskKindSchema),
        }),
        response: { 200: pageSchema(TaskSchema) },
      },
    },
    async ({ scope, query }) => {
      const { administrationId, debtorId, assigneeId, on, state, kind } = query;
      const page = await taskList.list(scope, {
        ...(administrationId ? { administrationId: toId(administrationId) } : {}),
        ...(debtorId ? { debtorId: toId(debtorId) } : {}),
        ...(assigneeId ? { assigneeId: toId(assigneeId) } : {}),
        ...(on ? { on } : {}),
        ...(state ? { state } : {}),
        ...(kind ? { kind } : {}),
        page: query,
      });
      return { ...page, items: page.items.map(taskView) };
    },
  );
}

function writingRoutes(app: FastifyInstance, taskList: TaskService, view: View): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();

  routes.post(
    '/tasks',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Add a task by hand',
        operationId: 'createTask',
        body: NewTaskSchema,
        response: { 201: TaskSchema },
      },
    },
    async ({ scope, body, user }, reply) => {
      const task = await taskList.create(scope, {
        administrationId: toId(body.administrationId),
        kind: body.kind,
        title: body.title,
        note: body.note ?? null,
        debtorId: body.debtorId ? toId(body.debtorId) : null,
        assigneeId: body.assigneeId ? toId(body.assigneeId) : null,
        dueOn: body.dueOn,
        by: actorOf(user),
      });
      return reply.code(201).send(await view(scope, task));
    },
  );

  routes.patch(
    '/tasks/:id',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Change a task or give it to a colleague',
        operationId: 'updateTask',
        params: IdParams,
        body: TaskChangeSchema,
        response: { 200: TaskSchema },
      },
    },
    async ({ scope, params, body }) => {
      const { assigneeId, ...plain } = body;
      const given =
        assigneeId === undefined ? {} : { assigneeId: assigneeId ? toId(assigneeId) : null };
      return view(scope, await taskList.update(scope, toId(params.id), { ...plain, ...given }));
    },
  );
}

function closingRoutes(app: FastifyInstance, taskList: TaskService, view: View): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  const ends = [
    { verb: 'done', summary: 'A task is done', operationId: 'finishTask' },
    { verb: 'cancel', summary: 'A task is not needed any more', operationId: 'cancelTask' },
  ] as const;

  for (const { verb, summary, operationId } of ends) {
    routes.post(
      `/tasks/:id/${verb}`,
      {
        config: writers,
        schema: { tags, summary, operationId, params: IdParams, response: { 200: TaskSchema } },
      },
      async ({ scope, params, user }) =>
        view(scope, await taskList[verb](scope, toId(params.id), actorOf(user))),
    );
  }
}
