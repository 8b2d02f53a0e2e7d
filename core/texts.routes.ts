import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { LOCALES, localize, READERS, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { LiveRegistries } from './host/index.ts';
import { allTexts } from './texts.ts';

/** The sentences behind the codes that other routes answer with, for screens that show them. */
export const textsRoutes =
  ({ live }: { readonly live: LiveRegistries }) =>
  async (app: FastifyInstance): Promise<void> => {
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
      async ({ query: { locale = 'nl' }, user }) => {
        await live.refresh();
        const texts = Object.entries(allTexts(live.of(user?.agencyId ?? null)));
        return Object.fromEntries(texts.map(([code, text]) => [code, localize(text, locale)]));
      },
    );
  };
