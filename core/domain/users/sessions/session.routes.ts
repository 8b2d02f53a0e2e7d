import { invariant, LOCALES, ROLES, Type } from '@inning/sdk';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Types } from 'mongoose';
import { SignInRefusedError } from '../users.errors.ts';
import type { KnownUser, UsersService } from '../users.service.ts';
import type { SessionsService, Surroundings } from './sessions.service.ts';
import type { SignInLimit } from './sign-in-limit.ts';

export type SessionRoutesDeps = {
  readonly users: UsersService;
  readonly sessions: SessionsService;
  readonly signInLimit: SignInLimit;
};

const Reach = Type.Union([Type.Literal('all'), Type.Array(Type.String())]);
const Credentials = Type.Object({
  email: Type.String({ minLength: 1, maxLength: 254 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
});
const SessionView = Type.Object({
  user: Type.Object({
    id: Type.String(),
    name: Type.String(),
    role: Type.Enum([...ROLES]),
    agencyId: Type.Union([Type.String(), Type.Null()]),
    creditorIds: Reach,
    administrationIds: Reach,
  }),
  csrfToken: Type.String({ description: 'Goes into the header x-csrf-token of changing requests' }),
  locale: Type.Enum([...LOCALES]),
  agency: Type.Union([
    Type.Object({ name: Type.String(), colour: Type.String() }),
    Type.Null({ description: 'For the operator, who belongs to none' }),
  ]),
  today: Type.String({ format: 'date', description: 'The day it is for the people of the agency' }),
});

const about = { tags: ['Session'] };
const everybody = { access: { roles: ROLES } };

/** Signing in and out. The cookie itself is the business of the HTTP room (`reply.startSession`). */
export const sessionRoutes =
  (deps: SessionRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    await app.register(signInRoute(deps));
    await app.register(openSessionRoutes(deps));
  };

const signInRoute =
  ({ users, sessions, signInLimit }: SessionRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/session',
      {
        config: { access: 'public' },
        schema: {
          ...about,
          operationId: 'signIn',
          summary: 'Sign in',
          body: Credentials,
          response: { 200: SessionView },
        },
      },
      async (request, reply) => {
        const { email, password } = request.body;
        await signInLimit.attempt(email, request.ip);
        const known = await users.verify(email, password);
        if (known === null) throw new SignInRefusedError();
        await signInLimit.succeed(email, request.ip);

        if (request.session) await sessions.end(request.session.token);
        const session = await sessions.start(new Types.ObjectId(known.user.id));
        const csrfToken = reply.startSession(session);
        return view({ ...known, csrfToken }, await sessions.surroundings(known.user));
      },
    );
  };

const openSessionRoutes =
  ({ sessions }: SessionRoutesDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/session',
      {
        config: everybody,
        schema: {
          ...about,
          operationId: 'getSession',
          summary: 'Who is signed in',
          response: { 200: SessionView },
        },
      },
      async ({ session }) => {
        invariant(session, 'the access rule lets only people in');
        return view(session, await sessions.surroundings(session.user));
      },
    );

    app.delete(
      '/session',
      {
        config: everybody,
        schema: {
          ...about,
          operationId: 'signOut',
          summary: 'Sign out',
          response: { 204: Type.Null() },
        },
      },
      async ({ session }, reply) => {
        invariant(session, 'the access rule lets only people in');
        await sessions.end(session.token);
        reply.endSession();
        return reply.code(204).send(null);
      },
    );
  };

type Viewed = KnownUser & { readonly csrfToken: string };

function view({ user, locale, csrfToken }: Viewed, surroundings: Surroundings) {
  const { creditorIds, administrationIds, ...rest } = user;
  const reach = { creditorIds: copy(creditorIds), administrationIds: copy(administrationIds) };
  return { user: { ...rest, ...reach }, csrfToken, locale, ...surroundings };
}

const copy = (ids: 'all' | readonly string[]) => (ids === 'all' ? ids : [...ids]);
