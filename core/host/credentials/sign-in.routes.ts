import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { DomainError, Type } from '@inning/sdk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { actorOf } from '../../domain/routing/index.ts';
import { assertMayChange, levelOf } from '../routes/plugin-level.ts';
import { AtLevel, config, CredentialParams, tags } from './credential-params.ts';
import type { CredentialsRoutesDeps } from './credentials.deps.ts';
import {
  CredentialMissingError,
  CredentialRefusedError,
  CredentialSignInUnknownError,
} from './credentials.errors.ts';
import { returnAddress } from './return-address.ts';
import type { SigningIn } from './sign-ins.ts';

/** Other parameters (`iss`, `scope`, `session_state`, ...) differ by service and mean nothing here. */
const Returned = Type.Object(
  {
    state: Type.Optional(Type.String({ maxLength: 500 })),
    code: Type.Optional(Type.String({ maxLength: 4_000 })),
    error: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: true },
);

/** To the other side and back, for credentials of the kind oauth2. */
export const signInRoutes =
  (deps: CredentialsRoutesDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    const { credentials, settings, publicUrl } = deps;
    const routes = app.withTypeProvider<TypeBoxTypeProvider>();

    routes.post(
      '/plugins/:id/credentials/:name/sign-in',
      {
        config,
        schema: {
          tags,
          summary: 'Start signing in at the other side; the browser then goes to `url`',
          operationId: 'startCredentialSignIn',
          params: CredentialParams,
          body: AtLevel,
          response: { 200: Type.Object({ url: Type.String() }) },
        },
      },
      async (request) => {
        const named = { pluginId: request.params.id, credential: request.params.name };
        const scope = await levelOf(deps.store, request, request.body.administrationId);
        assertMayChange(request.user, scope);
        await settings.refresh();
        const party = credentials.party({ ...named, scope });
        const redirectUrl = returnAddress(publicUrl, named.pluginId)(named.credential);
        const started = await credentials.oauth.start(party, redirectUrl);
        const { agencyId } = party;
        const { administrationId } = scope;
        const place = { ...named, agencyId, administrationId, holder: '' };
        await credentials.signIns.keep(place, signingIn(request, named), started);
        return { url: started.url };
      },
    );

    routes.get(
      '/plugins/:id/credentials/:name/sign-in/return',
      {
        config,
        schema: {
          tags,
          summary: 'Where the other side sends the browser back; leads on to the settings screen',
          operationId: 'finishCredentialSignIn',
          params: CredentialParams,
          querystring: Returned,
          response: { 302: Type.Null() },
        },
      },
      async (request, reply) => {
        const { id, name } = request.params;
        const { result, returnTo } = await finish(deps, request);
        const query = new URLSearchParams({ credential: name, result }).toString();
        const screen = returnTo ?? `/settings/plugins/${encodeURIComponent(id)}`;
        return reply.redirect(`${screen}${screen.includes('?') ? '&' : '?'}${query}`, 302);
      },
    );
  };

type Return = FastifyRequest<{
  Params: { id: string; name: string };
  Querystring: { state?: string; code?: string; error?: string };
}>;

type Finished = { readonly result: string; readonly returnTo: string | null };
type Taken = Awaited<ReturnType<CredentialsRoutesDeps['credentials']['signIns']['take']>>;

/** A person looks at the answer: what went wrong they read on the screen. */
async function finish(deps: CredentialsRoutesDeps, request: Return): Promise<Finished> {
  let returnTo: string | null = null;
  try {
    const { state } = request.query;
    const named = { pluginId: request.params.id, credential: request.params.name };
    if (state === undefined) throw new CredentialSignInUnknownError(named);
    const taken = await deps.credentials.signIns.take(named, signingIn(request, named), state);
    ({ returnTo } = taken);
    return { result: await connect(deps, request, taken), returnTo };
  } catch (error) {
    if (!(error instanceof DomainError) || error.status === 404) throw error;
    return { result: error.code, returnTo };
  }
}

async function connect(
  deps: CredentialsRoutesDeps,
  request: Return,
  { place, verifier }: Taken,
): Promise<string> {
  const { credentials, settings, publicUrl } = deps;
  const { state = '', code, error } = request.query;
  const named = { pluginId: place.pluginId, credential: place.credential };
  await settings.refresh();
  const party = credentials.party({ ...named, scope: place });
  if (code === undefined) {
    throw new CredentialRefusedError(party, error === 'access_denied' ? error : 'no code');
  }
  const returned = new URL(returnAddress(publicUrl, named.pluginId)(named.credential));
  returned.search = new URLSearchParams({ state, code }).toString();
  const tokens = await credentials.oauth.exchange(party, returned, { state, verifier });
  await credentials.tokens.put(place, tokens, actorOf(request.user));
  return 'connected';
}

type Named = { readonly pluginId: string; readonly credential: string };

export function signingIn({ user, session }: FastifyRequest, named: Named): SigningIn {
  if (user === null || user.agencyId === null || session === null) {
    throw new CredentialMissingError(named);
  }
  return { agencyId: user.agencyId, userId: user.id, sessionToken: session.token };
}
