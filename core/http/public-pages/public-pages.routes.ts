import { isLocale, type Locale } from '@inning/sdk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { letterToken, readLetterToken, readPublicToken } from './letter-token.ts';
import { gonePage, letterPage } from './page.html.ts';
import type { FindPublicLetter, PayOnline } from './public-letter.ts';
import { goingPage, resultPage } from './result.html.ts';

export type PublicPagesOptions = {
  readonly secret: string;
  readonly publicLetter: FindPublicLetter;
  readonly payOnline: PayOnline;
};
type WithToken = { readonly Params: { readonly token: string } };

const OPEN = { config: { access: 'public' }, schema: { hide: true } } as const;
/** A form with a few boxes, or the note of a provider. */
const BODY_LIMIT = 65_536;

/** The pages behind the buttons of a letter, for somebody without an account. */
export const publicPagesRoutes = fp<PublicPagesOptions>(
  async (app, options) => {
    // Their own room: nowhere else does the server take forms and plain text.
    await app.register(async (pages) => {
      pages.addContentTypeParser(
        ['application/x-www-form-urlencoded', 'text/plain'],
        { parseAs: 'string', bodyLimit: BODY_LIMIT },
        async (_: unknown, body: string) => body,
      );
      letterPages(pages, options);
      payingPages(pages, options);
    });
  },
  { name: 'public-pages-routes', dependencies: ['route-table', 'bodies'], fastify: '5.x' },
);

function letterPages(
  app: FastifyInstance,
  { secret, publicLetter, payOnline }: PublicPagesOptions,
) {
  for (const kind of ['pay', 'respond'] as const) {
    app.get<WithToken>(`/p/:token/${kind}`, OPEN, async (request, reply) => {
      const id = readLetterToken(secret, request.params.token);
      const letter = id === null ? null : await publicLetter(id);
      return letter === null
        ? gone(request, reply)
        : privately(reply).send(letterPage(letter, kind));
    });
  }

  app.post<WithToken>('/p/:token/pay', OPEN, async (request, reply) => {
    const id = readLetterToken(secret, request.params.token);
    const letter = id === null ? null : await publicLetter(id);
    if (id === null || letter === null) return gone(request, reply);
    const form = new URLSearchParams(String(request.body ?? ''));
    const chosen = { invoiceIds: form.getAll('invoice'), givesMandate: form.has('mandate') };
    const started = await payOnline.start(id, chosen);
    if (started === null) return gone(request, reply);
    if ('payUrl' in started) return privately(reply).send(goingPage(letter, started.payUrl));
    const code = started.problem === 'away' ? 503 : 422;
    return privately(reply)
      .code(code)
      .send(letterPage(letter, 'pay', started.problem));
  });
}

function payingPages(app: FastifyInstance, { secret, payOnline }: PublicPagesOptions) {
  const idOf = ({ params }: FastifyRequest<WithToken>) =>
    readPublicToken(secret, 'online-payment', params.token);

  app.get<WithToken>('/p/:token/paid', OPEN, async (request, reply) => {
    const id = idOf(request);
    const result = id === null ? null : await payOnline.result(id);
    if (result === null) return gone(request, reply);
    const { communicationId } = result;
    const payLink =
      communicationId === null ? null : `/p/${letterToken(secret, communicationId)}/pay`;
    return privately(reply).send(resultPage(result, payLink));
  });

  app.post<WithToken>('/p/:token/changed', OPEN, async (request, reply) => {
    const id = idOf(request);
    const body =
      typeof request.body === 'string' ? request.body : JSON.stringify(request.body ?? '');
    const call = { headers: headersOf(request), body };
    const isOurs = id !== null && (await payOnline.changed(id, call));
    return privately(reply)
      .code(isOurs ? 200 : 404)
      .send('');
  });
}

function headersOf({ headers }: FastifyRequest): Record<string, string> {
  const texts = Object.entries(headers).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(texts) as Record<string, string>;
}

const gone = (request: FastifyRequest, reply: FastifyReply) =>
  privately(reply)
    .code(404)
    .send(gonePage(languageOf(request)));

/** Neither search engines, nor caches on the way, nor the next web site learn of this page. */
const privately = (reply: FastifyReply): FastifyReply =>
  reply
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, nofollow')
    // Not `no-referrer`: then a browser sends our own form without saying where it is from.
    .header('referrer-policy', 'same-origin')
    .type('text/html; charset=utf-8');

function languageOf({ headers }: FastifyRequest): Locale {
  const wanted = (headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2));
  return wanted.find(isLocale) ?? 'nl';
}
