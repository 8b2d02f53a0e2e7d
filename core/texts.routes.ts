import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { LOCALES, localize, READERS, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Registries } from './host/index.ts';
import { allTexts } from './texts.ts';

/** The sentences behind the codes that other routes answer with, for screens that show them. */
export const textsRoutes =
  ({ registries }: { readonly registries: Registries }) =>
  async (app: FastifyInstance): Promise<void> => {
    const texts = Object.entries(allTexts(registries));

    app.withTypeProvider<TypeBoxTypeProvider>().get(
      '/texts',
      {
        config: { access: { roles: READERS } },
        schema: {
          tags: ['Texts'],
          summary: 'Every sentence in one language, by code',
          description:
            'A text names its parameters in braces. Parameters ending in `Cents` are amounts, those ending in `On` are days.',
          operationId: 'listTexts',
          querystring: Type.Object({ locale: Type.Optional(Type.Enum(LOCALES)) }),
          response: { 200: Type.Record(Type.String(), Type.String()) },
        },
      },
      async ({ query: { locale = 'nl' } }) =>
        Object.fromEntries(texts.map(([code, text]) => [code, localize(text, locale)])),
    );
  };
