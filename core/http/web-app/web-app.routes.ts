import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { RouteNotFoundError } from '../http.errors.ts';

/** Paths of programs; the web application has no pages there. */
const NOT_PAGES = /^\/(api|plugins|p|docs|assets)(\/|$)/i;

const NOT_BUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Inning</title>
<body style="font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem;color:#1c2733">
<h1>The web application is not built yet</h1>
<p>The server itself is running. Stop it and run <code>npm start</code>, which builds the web application first.</p>
<p><a href="/docs">Description of the API</a></p>
</body></html>
`;

/** The web application: its files, and its one page for every address that is a screen. */
export const webAppRoutes = fp<{ readonly folder: string | undefined }>(
  async (app, { folder }) => {
    const files = folder === undefined ? new Set<string>() : listFiles(folder);
    const open = { config: { access: 'public' }, schema: { hide: true } } as const;

    app.get('/*', open, async (request, reply) => {
      const path = (request.url.split('?', 1)[0] ?? '/').slice(1);
      if (path !== 'index.html' && files.has(path)) {
        // The names of assets hold a fingerprint of what is in them.
        const forGood = path.startsWith('assets/');
        return reply.sendFile(
          path,
          folder,
          forGood ? { maxAge: '365d', immutable: true } : { maxAge: '1h' },
        );
      }
      if (!wantsPage(request, `/${path}`)) throw new RouteNotFoundError();
      reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8');
      if (!files.has('index.html')) return reply.code(503).send(NOT_BUILT);
      return reply.sendFile('index.html', folder, { cacheControl: false });
    });
  },
  { name: 'web-app-routes', dependencies: ['route-table', 'static-files'], fastify: '5.x' },
);

function wantsPage({ headers }: FastifyRequest, path: string): boolean {
  if (NOT_PAGES.test(path)) return false;
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (last.includes('.') && path !== '/index.html') return false;
  return headers.accept === undefined || /text\/html|\*\/\*/.test(headers.accept);
}

/** Known beforehand: what is not in the folder at the start is never looked for on the disk. */
function listFiles(folder: string): ReadonlySet<string> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return new Set(
      files.map((entry) =>
        relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'),
      ),
    );
  } catch {
    return new Set();
  }
}
