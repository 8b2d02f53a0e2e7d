import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fp from 'fastify-plugin';
import { RouteNotFoundError } from '../http.errors.ts';

const FILES = new Set(['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']);

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Inning API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
</head>
<body>
<div id="page"></div>
<noscript>This page needs JavaScript. The same description as data: <a href="/openapi.json">/openapi.json</a>.</noscript>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

/** Puts the token of the session on what is tried out from the page. */
const START = `window.ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#page',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  requestInterceptor: async (request) => {
    if (['GET', 'HEAD'].includes((request.method || 'GET').toUpperCase())) return request;
    const session = await fetch('/api/session').then((answer) => (answer.ok ? answer.json() : null));
    if (session) request.headers['x-csrf-token'] = session.csrfToken;
    return request;
  },
});
`;

/** The readable description of the API at /docs. All files come from here: it works without internet. */
export const docsRoutes = fp(
  async (app) => {
    const folder = join(
      dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui/package.json')),
      'static',
    );
    const open = { config: { access: 'public' }, schema: { hide: true } } as const;

    app.get('/docs', open, async (_, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
    app.get('/docs/start.js', open, async (_, reply) =>
      reply.type('text/javascript; charset=utf-8').send(START),
    );
    app.get<{ Params: { file: string } }>('/docs/:file', open, async (request, reply) => {
      const { file } = request.params;
      if (!FILES.has(file)) throw new RouteNotFoundError();
      return reply.sendFile(file, folder, { maxAge: '1d' });
    });
  },
  { name: 'docs-routes', dependencies: ['openapi', 'static-files'], fastify: '5.x' },
);
