import { type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TEST_CA } from '../../core/outbound/testing/certificates.ts';
import { tlsOfTests } from '../../core/outbound/testing/loopback-server.ts';
// The package brings no types of its own.
// @ts-expect-error -- oidc-provider is JavaScript
import { Provider as UntypedProvider } from 'oidc-provider';

type Details = {
  readonly prompt: { readonly name: string };
  readonly params: { readonly client_id: string; readonly scope: string };
  readonly grantId?: string;
};
type Grant = {
  addOIDCScope(scope: string): void;
  save(): Promise<string>;
  destroy(): Promise<void>;
};
type Provider = {
  callback(): (request: IncomingMessage, response: ServerResponse) => void;
  interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Details>;
  interactionFinished(
    request: IncomingMessage,
    response: ServerResponse,
    result: object,
  ): Promise<void>;
  on(event: string, listener: (...args: unknown[]) => void): void;
  readonly Grant: new (of: object) => Grant;
};

export const HOST = 'id.example.com';
export const CLIENT = { clientId: 'inning', clientSecret: 'canary-client-secret' };

export type IdentityServer = Awaited<ReturnType<typeof startIdentityServer>>;

/** A real authorization server on this machine, at which whoever comes is signed in and agrees. */
export async function startIdentityServer(redirectUrl: string) {
  const seen = { tokenRequests: 0, isAway: false, grants: [] as Grant[] };
  const provider = new (UntypedProvider as new (issuer: string, options: object) => Provider)(
    `https://${HOST}`,
    optionsFor(redirectUrl),
  );
  const answer = provider.callback();
  const server = createServer(tlsOfTests, (incoming, response) => {
    if (incoming.url === '/token') seen.tokenRequests += 1;
    if (seen.isAway && incoming.url === '/token') return void response.writeHead(503).end();
    if (!incoming.url?.startsWith('/interaction/')) return answer(incoming, response);
    void agree(provider, incoming, response).then((grant) => grant && seen.grants.push(grant));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    port,
    seen,
    /** As the browser of a person does it; returns where it is sent back to. */
    visit: (url: string) => visit(url, port),
    /** As if the person took the access back on the other side. */
    revoke: () => Promise.all(seen.grants.splice(0).map((grant) => grant.destroy())),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const optionsFor = (redirectUrl: string) => ({
  clients: [
    {
      client_id: CLIENT.clientId,
      client_secret: CLIENT.clientSecret,
      redirect_uris: [redirectUrl],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    },
  ],
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  pkce: { required: () => true },
  rotateRefreshToken: true,
  cookies: { keys: ['a key for tests'] },
  ttl: { AccessToken: 600, RefreshToken: 86_400, Grant: 86_400, Session: 600, Interaction: 600 },
  findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
});

/** First who it is, then what may be done. */
async function agree(provider: Provider, incoming: IncomingMessage, response: ServerResponse) {
  const { prompt, params } = await provider.interactionDetails(incoming, response);
  if (prompt.name === 'login') {
    await provider.interactionFinished(incoming, response, { login: { accountId: 'somebody' } });
    return null;
  }
  const grant = new provider.Grant({ accountId: 'somebody', clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  await provider.interactionFinished(incoming, response, {
    consent: { grantId: await grant.save() },
  });
  return grant;
}

async function visit(start: string, port: number): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(start);
  for (let count = 0; count < 10 && url.host === HOST; count += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { location, set } = await get(url, { port, cookie });
    for (const line of set) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    if (location === undefined) throw new Error(`nothing leads on from ${url.pathname}`);
    url = new URL(location, url);
  }
  return url;
}

function get({ pathname, search }: URL, { port, cookie }: { port: number; cookie: string }) {
  return new Promise<{ location: string | undefined; set: string[] }>((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      servername: HOST,
      ca: TEST_CA,
      path: pathname + search,
      headers: { host: HOST, cookie },
    };
    request(options, ({ headers, ...incoming }) => {
      void incoming;
      resolve({ location: headers.location, set: headers['set-cookie'] ?? [] });
    })
      .on('response', (incoming) => incoming.resume())
      .on('error', reject)
      .end();
  });
}
