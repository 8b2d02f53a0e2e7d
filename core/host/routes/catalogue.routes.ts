import { type CatalogueEntry, READERS, Type } from '@inning/sdk';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { LiveRegistries, Registries } from '../registries.ts';

const LocalizedSchema = Type.Record(Type.String(), Type.String());

export const CatalogueEntrySchema = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  kind: Type.String({ description: 'action, condition, wait, group or trigger' }),
  title: LocalizedSchema,
  description: LocalizedSchema,
  icon: Type.String({ description: 'A name from the Lucide icon set' }),
  config: Type.Unknown({ description: 'JSON Schema of the settings: the check and the form' }),
  summary: Type.Optional(
    Type.Record(Type.String(), Type.String(), { description: 'Says the settings in one line' }),
  ),
  outcomes: Type.Record(Type.String(), LocalizedSchema),
  isEnd: Type.Boolean(),
  contacts: Type.Union([Type.String(), Type.Null()]),
  pluginId: Type.String(),
  plugin: Type.Object(
    { title: LocalizedSchema, description: LocalizedSchema },
    { description: 'Who brings it, in words' },
  ),
});

/** What can be placed in a flow, in every language: all that the designer knows of plugins. */
export const catalogueRoutes =
  ({ live }: { readonly live: LiveRegistries }) =>
  async (app: FastifyInstance): Promise<void> => {
    app.withTypeProvider<TypeBoxTypeProvider>().get(
      '/catalogue',
      {
        config: { access: { roles: READERS } },
        schema: {
          tags: ['Flows'],
          summary: 'Every type of step that your agency can place in a flow',
          operationId: 'getCatalogue',
          response: { 200: Type.Object({ items: Type.Array(CatalogueEntrySchema) }) },
        },
      },
      async ({ user }) => {
        await live.refresh();
        const { nodes, plugins } = live.of(user?.agencyId ?? null);
        return { items: nodes.catalogue.all().map((entry) => view(entry, plugins)) };
      },
    );
  };

function view(entry: CatalogueEntry, plugins: Registries['plugins']) {
  const pluginId = entry.id.split('.', 1)[0] ?? '';
  const brings = plugins.get(pluginId)?.definition;
  const { title, description, summary, outcomes } = entry;
  return {
    ...entry,
    title: { ...title },
    description: { ...description },
    ...(summary ? { summary: { ...summary } } : {}),
    outcomes: Object.fromEntries(
      Object.entries(outcomes).map(([name, label]) => [name, { ...label }]),
    ),
    pluginId,
    plugin: { title: { en: pluginId, ...brings?.title }, description: { ...brings?.description } },
  };
}
