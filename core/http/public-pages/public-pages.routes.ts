import { isLocale, type Locale } from '@inning/sdk';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { readLetterToken } from './letter-token.ts';
import { gonePage, letterPage, type PageKind } from './page.html.ts';
import type { FindPublicLetter } from './public-letter.ts';

type Options = { readonly secret: string; readonly publicLetter: FindPublicLetter };

/** The pages behind the buttons of a letter, for somebody without an account. */
export const publicPagesRoutes = fp<Options>(
  async (app, { secret, publicLetter }) => {
    for (const kind of ['pay', 'respond'] as const) {
      app.get<{ Params: { token: string } }>(
        `/p/:token/${kind}`,
        { config: { access: 'public' }, schema: { hide: true } },
        async (request, reply) => {
          const communicationId = readLetterToken(secret, request.params.token);
          const letter = communicationId === null ? null : await publicLetter(communicationId);
          privately(reply);
          if (letter === null) return reply.code(404).send(gonePage(languageOf(request)));
          return reply.send(letterPage(letter, kind satisfies PageKind));
        },
      );
    }
  },
  { name: 'public-pages-routes', dependencies: ['route-table'], fastify: '5.x' },
);

/** Neither search engines, nor caches on the way, nor the next web site learn of this page. */
function privately(reply: FastifyReply): void {
  reply
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, nofollow')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8');
}

function languageOf({ headers }: FastifyRequest): Locale {
  const wanted = (headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2));
  return wanted.find(isLocale) ?? 'nl';
}
