import { invariant } from '@inning/sdk';
import fp from 'fastify-plugin';
import { NotAllowedError, NotSignedInError } from '../http.errors.ts';

/** Enforces `config.access` before the body is read. A stranger learns nothing about what exists. */
export const accessRules = fp(
  async (app) => {
    app.addHook('onRequest', async (request) => {
      if (request.is404) return;
      const { access } = request.routeOptions.config;
      invariant(access !== undefined, 'the boot refuses a route without a rule');
      if (access === 'public') return;
      if (request.user === null) throw new NotSignedInError();
      if (!access.roles.includes(request.user.role)) throw new NotAllowedError(request.user.role);
    });
  },
  { name: 'access-rules', dependencies: ['route-table', 'session-cookie'], fastify: '5.x' },
);
