import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { invariant, READERS, type RequestUser, Type } from '@inning/sdk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readUpload, UploadFieldError } from '../../domain/files/index.ts';
import { actorOf, toId } from '../../domain/routing/index.ts';
import type { Id } from '../../store/index.ts';
import type { InstalledPlugins } from './create-installed.ts';
import { InstalledPluginSchema, installedView } from './installed.view.ts';
import type { PluginInstall } from './plugin-installs.model.ts';

type Deps = { readonly installed: InstalledPlugins };

const tags = ['Plugins'];
const readers = { access: { roles: READERS } };
const administrator = { access: { roles: ['agency-administrator' as const] } };
const params = Type.Object({ id: Type.String({ maxLength: 60, description: 'Id of the plugin' }) });

/** Plugins of others: an agency installs, agrees to what they ask, lets them go on and takes them away. */
export const installedRoutes =
  (deps: Deps) =>
  async (app: FastifyInstance): Promise<void> => {
    listingRoute(app, deps);
    offeringRoutes(app, deps);
    removalRoutes(app, deps);
  };

function listingRoute(app: FastifyInstance, { installed }: Deps): void {
  app.withTypeProvider<TypeBoxTypeProvider>().get(
    '/installed-plugins',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Plugins of others that your agency installed, and what they may do',
        operationId: 'listInstalledPlugins',
        response: { 200: Type.Object({ items: Type.Array(InstalledPluginSchema) }) },
      },
    },
    async ({ user }) => {
      const rows = await installed.list(agencyOf(user));
      const present = rows.filter(({ state }) => state !== 'uninstalled');
      const items = present.sort((a, b) => (a.pluginId < b.pluginId ? -1 : 1));
      return { items: await Promise.all(items.map((row) => installedView(row, installed.door))) };
    },
  );
}

function offeringRoutes(app: FastifyInstance, { installed }: Deps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  const { installer, door } = installed;

  routes.post(
    '/installed-plugins',
    {
      config: administrator,
      schema: {
        tags,
        summary: 'Bring in a package: a new plugin, or another version of one that is there',
        description:
          'Multipart with one file. What asks for nothing new is in use at once; anything else waits for consent to exactly what `pending` shows.',
        operationId: 'offerPlugin',
        consumes: ['multipart/form-data'],
        response: { 200: InstalledPluginSchema },
      },
    },
    async (request) => {
      const bytes = await onlyFile(request);
      const row = await installer.offer(agencyOf(request.user), bytes, actorOf(request.user));
      return installedView(row, door);
    },
  );

  routes.post(
    '/installed-plugins/:id/consent',
    {
      config: administrator,
      schema: {
        tags,
        summary: 'Agree to what a plugin asks, and put it to use',
        operationId: 'consentToPlugin',
        params,
        body: Type.Object(
          { asksHash: Type.String({ maxLength: 64 }) },
          { additionalProperties: false },
        ),
        response: { 200: InstalledPluginSchema },
      },
    },
    async ({ user, params: { id }, body }) => {
      const said = { hash: body.asksHash, by: actorOf(user) };
      return installedView(await installer.consent(agencyOf(user), id, said), door);
    },
  );

  routes.post(
    '/installed-plugins/:id/decline',
    {
      config: administrator,
      schema: {
        tags,
        summary: 'Refuse what waits for consent; a version in use stays',
        operationId: 'declinePlugin',
        params,
        response: { 200: InstalledPluginSchema },
      },
    },
    async ({ user, params: { id } }) =>
      installedView(await installer.decline(agencyOf(user), id, actorOf(user)), door),
  );
}

function removalRoutes(app: FastifyInstance, { installed }: Deps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  const { removal, door } = installed;
  const view = (row: PluginInstall) => installedView(row, door);

  routes.post(
    '/installed-plugins/:id/resume',
    {
      config: administrator,
      schema: {
        tags,
        summary: 'Let a suspended plugin work again; what waited for it goes on',
        operationId: 'resumePlugin',
        params,
        response: { 200: InstalledPluginSchema },
      },
    },
    async ({ user, params: { id } }) =>
      view(await removal.resume(agencyOf(user), id, actorOf(user))),
  );

  routes.delete(
    '/installed-plugins/:id',
    {
      config: administrator,
      schema: {
        tags,
        summary: 'Take a plugin away, with what it kept; refused while running flows stand in it',
        operationId: 'uninstallPlugin',
        params,
        querystring: Type.Object({
          force: Type.Optional(
            Type.Boolean({ description: 'Running flows that stand in its steps get stuck' }),
          ),
        }),
        response: { 200: InstalledPluginSchema },
      },
    },
    async ({ user, params: { id }, query: { force = false } }) =>
      view(await removal.uninstall(agencyOf(user), id, { isForced: force, by: actorOf(user) })),
  );
}

function agencyOf(user: RequestUser | null): Id {
  invariant(user?.agencyId, 'these roles belong to an agency');
  return toId(user.agencyId);
}

async function onlyFile(request: FastifyRequest): Promise<Uint8Array> {
  const { files } = await readUpload(request);
  const [file, ...others] = files;
  if (!file || others.length > 0) throw new UploadFieldError('files', 'give one package here.');
  return file.bytes;
}
