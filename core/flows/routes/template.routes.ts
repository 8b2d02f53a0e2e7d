import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type Clock, LOCALES, READERS, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { dayAt } from '../../time/index.ts';
import {
  type DocumentRenderer,
  exampleLetter,
  TemplateMissingError,
  type TemplateShelf,
} from '../../documents/index.ts';
import { localeOf } from './locale-of.ts';

export type TemplateRoutesDeps = {
  /** Left out, there are no letters to choose from. */
  readonly templates?: TemplateShelf;
  readonly renderer: DocumentRenderer;
  readonly clock: Clock;
};

const tags = ['Letters'];
const readers = { access: { roles: READERS } };
const Language = Type.Union(LOCALES.map((locale) => Type.Literal(locale)));

const TemplateSchema = Type.Object({
  name: Type.String(),
  stage: Type.Integer({ description: 'First, second or last reminder' }),
  languages: Type.Array(
    Type.Object({
      language: Type.String(),
      title: Type.String(),
      subject: Type.String({ description: 'With its merge fields' }),
    }),
  ),
});

/** The letters that a flow can send: to choose from and to look at, with an invented debtor. */
export function templateRoutes(app: FastifyInstance, deps: TemplateRoutesDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  const all = () => deps.templates?.all() ?? [];

  routes.get(
    '/templates',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Letters that a flow can send',
        operationId: 'listTemplates',
        response: { 200: Type.Object({ items: Type.Array(TemplateSchema) }) },
      },
    },
    () => ({
      items: all().map((one) => ({ ...one, languages: one.languages.map((its) => ({ ...its })) })),
    }),
  );

  routes.get(
    '/templates/:name/example',
    {
      config: readers,
      schema: {
        tags,
        summary: 'A letter as an invented debtor would get it today; for a frame without scripts',
        operationId: 'getTemplateExample',
        params: Type.Object({ name: Type.String({ maxLength: 200 }) }),
        querystring: Type.Object({ language: Type.Optional(Language) }),
      },
    },
    async (request, reply) => {
      const { name } = request.params;
      const language = request.query.language ?? localeOf(request);
      if (!all().some((one) => one.name === name)) throw new TemplateMissingError(name, language);
      const values = exampleLetter(language, dayAt(deps.clock.now(), 'UTC'));
      const { html } = await deps.renderer.render({ template: name, language, values });
      return reply
        .type('text/html; charset=utf-8')
        .header('x-frame-options', 'SAMEORIGIN')
        .header('content-security-policy', LETTER_POLICY)
        .send(html);
    },
  );
}

/** Nothing in a letter runs or asks for anything. */
const LETTER_POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";
