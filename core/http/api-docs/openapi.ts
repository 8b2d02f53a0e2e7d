import { type Access, ROLES, Type } from '@inning/sdk';
import swagger from '@fastify/swagger';
import type { FastifySchema } from 'fastify';
import fp from 'fastify-plugin';

const ErrorAnswer = Type.Object({
  error: Type.Object({
    code: Type.String({ description: 'Stable; texts are looked up by it' }),
    message: Type.String(),
    details: Type.Record(Type.String(), Type.Unknown()),
  }),
});
const Refused = (description: string) => ({ description, ...ErrorAnswer });

/** Describes every route that follows, at /openapi.json (OpenAPI 3.1), with who may call it. */
export const openApi = fp(
  async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Inning',
          version: '1.0.0',
          description:
            'Collecting what is owed. Amounts are whole cents (`…Cents`), days are `2026-03-01` (`…On`), ' +
            'instants are ISO 8601 (`…At`). Sign in at `POST /api/session`; send the `csrfToken` of ' +
            '`GET /api/session` in the header `x-csrf-token` with every changing request.',
        },
        servers: [{ url: '/' }],
        components: {
          securitySchemes: {
            session: { type: 'apiKey', in: 'cookie', name: 'inning' },
            csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token' },
          },
        },
      },
      transform: ({ schema, url, route }) => {
        const methods = [route.method].flat();
        const described = describe(schema ?? {}, route.config?.access, methods);
        return { schema: described, url };
      },
    });

    app.get(
      '/openapi.json',
      { config: { access: 'public' }, schema: { hide: true } },
      async (_, reply) => reply.type('application/json; charset=utf-8').send(app.swagger()),
    );
  },
  { name: 'openapi', dependencies: ['route-table'], fastify: '5.x' },
);

function describe(schema: FastifySchema, access: Access | undefined, methods: readonly string[]) {
  if (access === undefined || access === 'public') {
    return {
      ...schema,
      'x-roles': [...ROLES],
      description: note(schema, 'Everybody, also without signing in.'),
    };
  }
  const isChanging = !methods.includes('GET');
  return {
    ...schema,
    description: note(schema, `For ${access.roles.join(', ')}.`),
    'x-roles': [...access.roles],
    security: [isChanging ? { session: [], csrf: [] } : { session: [] }],
    response: {
      ...(schema.response as object | undefined),
      400: Refused('Not understood; `details.field` names the field'),
      401: Refused('Not signed in'),
      403: Refused('Not allowed for this role'),
      404: Refused('Does not exist, or is out of sight'),
    },
  };
}

const note = ({ description }: FastifySchema, who: string) =>
  description ? `${description}\n\n${who}` : who;
