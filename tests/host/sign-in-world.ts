import type { FastifyInstance } from 'fastify';
import type { PluginScope, Role } from '@inning/sdk';
import { createUsersService } from '../../core/domain/users/index.ts';
import { createHost, type Host } from '../../core/host/index.ts';
import { createLog } from '../../core/http/index.ts';
import { createTestServer } from '../../core/http/test-server.ts';
import { createOutbound } from '../../core/outbound/index.ts';
import {
  type LoopbackServer,
  type Play,
  startLoopbackServer,
} from '../../core/outbound/testing/loopback-server.ts';
import { newId, type Store, toId } from '../../core/store/index.ts';
import { prepareDatabase } from '../../core/tables.ts';
import { CLIENT, HOST, type IdentityServer, startIdentityServer } from './identity-server.ts';
import { type CredentialNames, lettersPlugin } from './letters-plugin.ts';
import { registriesOf } from './some-plugins.ts';

export const PUBLIC_URL = 'https://inning.example.com';
export const ADDRESS = '/api/plugins/post-letters/credentials/account/sign-in';
const PASSWORD = 'a password for tests';

export type Boss = { readonly cookie: string; readonly csrfToken: string };
export type SignInWorld = Awaited<ReturnType<typeof openSignInWorld>>;

/** Two agencies with our server, a service with letters, and an authorization server in front of it. */
export async function openSignInWorld(store: Store, names: CredentialNames = ['account']) {
  await prepareDatabase(store);
  const identity = await startIdentityServer(`${PUBLIC_URL}${ADDRESS}/return`);
  const played: { answer: Play } = { answer: () => ({ body: 'printed' }) };
  const api = await startLoopbackServer((seen, response) => played.answer(seen, response));
  const { app, clock } = await createTestServer(store, { publicUrl: PUBLIC_URL });
  const lines: string[] = [];
  const log = createLog({ destination: { write: (line) => void lines.push(line) } });
  const outbound = createOutbound({ log, loopback: loopbackTo(api, identity) });
  /** As another process on the same database. */
  const startHost = (): Host => {
    const registries = registriesOf(lettersPlugin(names));
    const secret = 'a secret of at least 32 characters';
    return createHost({ registries, store, clock, secret, log, outbound, publicUrl: PUBLIC_URL });
  };
  const host = startHost();
  await app.register(host.apiRoutes, { prefix: '/api' });
  const [home, other] = [newId().toHexString(), newId().toHexString()];
  const users = createUsersService({ store, clock });
  const person = async (email: string, agencyId: string, role: Role = 'agency-administrator') => {
    const agency = { agencyId: toId(agencyId), role, name: email, email };
    await users.create({ ...agency, password: PASSWORD });
    return signIn(app, email);
  };

  return {
    app,
    api,
    identity,
    played,
    clock,
    host,
    startHost,
    lines,
    home: { agencyId: home, administrationId: null } satisfies PluginScope,
    boss: await person('boss@example.nl', home),
    colleague: await person('colleague@example.nl', home),
    stranger: await person('stranger@example.nl', other),
    employee: await person('employee@example.nl', home, 'agency-employee'),
    async close() {
      await app.close();
      await Promise.all([outbound.close(), api.close(), identity.close()]);
    },
  };
}

const loopbackTo = (api: LoopbackServer, identity: IdentityServer) => {
  const { ca, ports } = api.as('api.example.com', 'www.example.com');
  return { ca, ports: { ...ports, [HOST]: identity.port } };
};

async function signIn(app: FastifyInstance, email: string): Promise<Boss> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email, password: PASSWORD },
  });
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return { cookie, csrfToken: answer.json().csrfToken };
}

// oxlint-disable-next-line max-params -- who, how, where, what
export function call(
  app: FastifyInstance,
  by: Boss,
  method: string,
  url: string,
  payload?: object,
) {
  return app.inject({
    method: method as 'GET',
    url,
    headers: { cookie: by.cookie, 'x-csrf-token': by.csrfToken },
    ...(payload ? { payload } : {}),
  });
}

/** Enters the client, as a person does on the settings screen. */
export const enterClient = ({ app, boss }: SignInWorld) =>
  call(app, boss, 'PUT', '/api/plugins/post-letters', {
    enabled: true,
    settings: { credentials: { account: CLIENT } },
  });

/** From the button to the settings screen again; returns where the browser ends. */
export async function connect({ app, identity, boss }: SignInWorld): Promise<string> {
  const started = await call(app, boss, 'POST', ADDRESS, {});
  const back = await identity.visit(started.json().url);
  const answer = await call(app, boss, 'GET', back.pathname + back.search);
  return String(answer.headers.location);
}
