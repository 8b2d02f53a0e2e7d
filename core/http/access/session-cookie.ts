import cookie from '@fastify/cookie';
import { createHmac } from 'node:crypto';
import fp from 'fastify-plugin';
import { NOBODY, scopeOf, type SessionsService } from '../../domain/users/index.ts';

type Options = {
  readonly sessions: SessionsService;
  readonly secret: string;
  readonly isSecure: boolean;
};

/** `request.user` and `request.scope` from the session cookie, and the two ways to change it. */
export const sessionCookie = fp<Options>(
  async (app, { sessions, secret, isSecure }) => {
    await app.register(cookie);
    // With the prefix a browser takes the cookie only from this very host over https.
    const name = isSecure ? '__Host-inning' : 'inning';
    const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;

    app.decorateRequest('session', null);
    app.decorateRequest('user', null);
    app.decorateRequest('scope');

    app.decorateReply('startSession', function ({ token, expiresAt }) {
      this.setCookie(name, token, { ...attributes, expires: expiresAt });
      return csrfToken(secret, token);
    });
    app.decorateReply('endSession', function () {
      this.clearCookie(name, attributes);
    });

    app.addHook('onRequest', async (request, reply) => {
      request.scope = NOBODY;
      const token = request.cookies[name];
      if (token === undefined || token === '') return;
      const open = await sessions.open(token);
      if (open === null) return;
      const { user, locale, extendedTo } = open;
      request.session = { token, csrfToken: csrfToken(secret, token), user, locale };
      request.user = user;
      request.scope = scopeOf(user);
      if (extendedTo !== null) reply.startSession({ token, expiresAt: extendedTo });
    });
  },
  { name: 'session-cookie', fastify: '5.x' },
);

/** Only somebody who may read the answers of this session can know it; nothing is stored for it. */
function csrfToken(secret: string, token: string): string {
  return createHmac('sha256', secret).update(`csrf ${token}`).digest('base64url');
}
