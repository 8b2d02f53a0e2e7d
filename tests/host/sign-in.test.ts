import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useStore } from './database.ts';
import { HOST } from './identity-server.ts';
import {
  ADDRESS,
  call,
  connect,
  enterClient,
  openSignInWorld,
  type SignInWorld,
} from './sign-in-world.ts';

const store = useStore();
let world: SignInWorld;
beforeAll(async () => {
  world = await openSignInWorld(store());
});
afterAll(() => world?.close());
beforeEach(async () => {
  for (const name of ['credential-tokens', 'credential-sign-ins']) {
    await store().connection.collection(name).deleteMany({});
  }
  world.api.requests.length = 0;
  world.identity.seen.tokenRequests = 0;
  world.identity.seen.isAway = false;
  world.played.answer = () => ({ body: 'printed' });
  await enterClient(world);
});

const request = { url: 'https://api.example.com/letters', credential: 'account' };
const ask = (host = world.host) => host.toolsFor('post-letters', world.home).http.request(request);
const authorization = () => world.api.requests.map(({ headers }) => headers.authorization);
const states = async () => {
  const answer = await call(world.app, world.boss, 'GET', '/api/plugins/post-letters/credentials');
  return (answer.json() as { items: { state: string }[] }).items.map(({ state }) => state);
};
const hours = (count: number) =>
  world.clock.moveTo(new Date(world.clock.now().getTime() + count * 3_600_000));

describe('signing in at the other side', () => {
  it('gives the plugin access that it never sees, and says so on the screen', async () => {
    await expect(ask()).rejects.toMatchObject({ code: 'CREDENTIAL_MISSING' });
    expect(await states()).toEqual(['not-signed-in']);

    const end = await connect(world);

    expect(end).toBe('/settings/plugins/post-letters?credential=account&result=connected');
    expect(await states()).toEqual(['connected']);
    expect((await ask()).body).toBe('printed');
    expect(authorization()[0]).toMatch(/^Bearer \S{20,}$/);
  });

  it('asks for a proof key, and keeps what the plugin wrote into the address', async () => {
    const started = await call(world.app, world.boss, 'POST', ADDRESS, {});

    const url = new URL(started.json().url);
    expect(url.host).toBe(HOST);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: 'inning',
      code_challenge_method: 'S256',
      prompt: 'consent',
      redirect_uri: `https://inning.example.com${ADDRESS}/return`,
      scope: 'openid offline_access',
    });
  });

  it('ends only in the browser where it started, once, and within ten minutes', async () => {
    const { app, boss, colleague, stranger, employee } = world;
    const started = await call(app, boss, 'POST', ADDRESS, {});
    const back = await world.identity.visit(started.json().url);
    const finish = async (by: typeof boss, path = back.pathname + back.search) => {
      const answer = await call(app, by, 'GET', path);
      return answer.statusCode === 302
        ? new URL(String(answer.headers.location), 'http://x').searchParams.get('result')
        : answer.statusCode;
    };

    const UNKNOWN = 'CREDENTIAL_SIGN_IN_UNKNOWN';
    expect(await finish(colleague)).toBe(UNKNOWN);
    expect(await finish(stranger)).toBe(UNKNOWN);
    expect(await finish(employee)).toBe(403);
    expect(await finish(boss, `${back.pathname}?code=x&state=made-up`)).toBe(UNKNOWN);
    expect(await finish(boss, `${ADDRESS.replace('account', 'other')}/return${back.search}`)).toBe(
      UNKNOWN,
    );
    expect(await finish(boss)).toBe('connected');
    expect(await finish(boss)).toBe(UNKNOWN);

    const late = await call(app, boss, 'POST', ADDRESS, {});
    const comesLate = await world.identity.visit(late.json().url);
    world.clock.moveTo(new Date(world.clock.now().getTime() + 600_001));
    expect(await finish(boss, comesLate.pathname + comesLate.search)).toBe(UNKNOWN);
  });

  it('that the person gives up, or with a forged code, leaves things as they were', async () => {
    const { app, boss } = world;
    const start = async () => {
      const started = await call(app, boss, 'POST', ADDRESS, {});
      return new URL(started.json().url).searchParams.get('state') ?? '';
    };
    const finish = async (query: Record<string, string>) => {
      const search = new URLSearchParams(query).toString();
      const answer = await call(app, boss, 'GET', `${ADDRESS}/return?${search}`);
      return String(answer.headers.location);
    };

    expect(await finish({ state: await start(), error: 'access_denied' })).toContain(
      'result=CREDENTIAL_REFUSED',
    );
    expect(await finish({ state: await start(), code: 'forged' })).toContain('CREDENTIAL_EXPIRED');
    expect(await finish({})).toContain('CREDENTIAL_SIGN_IN_UNKNOWN');
    expect(await states()).toEqual(['not-signed-in']);
  });

  it('is for credentials of that kind alone, and for a client that was entered', async () => {
    const { app, boss } = world;
    const unknown = await call(app, boss, 'POST', ADDRESS.replace('account', 'none'), {});
    expect(unknown.json().error.code).toBe('CREDENTIAL_NOT_FOUND');

    await call(app, boss, 'PUT', '/api/plugins/post-letters', { enabled: null, settings: {} });
    const early = await call(app, boss, 'POST', ADDRESS, {});
    expect(early.json().error.code).toBe('CREDENTIAL_MISSING');
  });

  it('can be forgotten', async () => {
    await connect(world);

    expect((await call(world.app, world.boss, 'DELETE', ADDRESS)).statusCode).toBe(204);

    expect(await states()).toEqual(['not-signed-in']);
    await expect(ask()).rejects.toMatchObject({ code: 'CREDENTIAL_MISSING' });
  });
});

describe('access that has run out', () => {
  it('is renewed once, however many processes ask at once', async () => {
    await connect(world);
    await ask();
    hours(1);
    const other = world.startHost();
    const third = world.startHost();

    await Promise.all([ask(), ask(), ask(other), ask(other), ask(third)]);

    expect(world.identity.seen.tokenRequests).toBe(2);
    const [first, ...later] = authorization();
    expect(new Set(later).size).toBe(1);
    expect(later[0]).not.toBe(first);
    hours(1);
    // More than may leave at once: those that wait for access must not hold up the one that asks for it.
    const many = await Promise.all(Array.from({ length: 30 }, () => ask(other)));
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([200]));
    expect(world.identity.seen.tokenRequests).toBe(3);
  });

  it('is renewed when the service does not take it any more, and the request made again', async () => {
    await connect(world);
    world.clock.moveTo(new Date(world.clock.now().getTime() + 120_000));
    world.played.answer = () => ({ status: world.api.requests.length === 1 ? 401 : 200 });

    expect((await ask()).status).toBe(200);
    const [first, second] = authorization();
    expect(second).not.toBe(first);

    world.played.answer = () => ({ status: 401 });
    expect((await ask()).status).toBe(401);
    expect(world.identity.seen.tokenRequests).toBe(2);
  });

  it('and was taken back is a clear error, and a state that a person sees and can mend', async () => {
    await connect(world);
    await world.identity.revoke();
    hours(1);

    await expect(ask()).rejects.toMatchObject({
      code: 'CREDENTIAL_EXPIRED',
      retryable: false,
      details: { pluginId: 'post-letters', credential: 'account' },
    });
    expect(await states()).toEqual(['ended']);
    const plugins = await call(world.app, world.boss, 'GET', '/api/plugins');
    expect(plugins.json().items[0].problem).toBe('credentials.account has ended; sign in again');
    const asked = world.identity.seen.tokenRequests;
    await expect(ask()).rejects.toMatchObject({ code: 'CREDENTIAL_EXPIRED' });
    expect(world.identity.seen.tokenRequests).toBe(asked);

    expect(await connect(world)).toContain('result=connected');
    expect((await ask()).status).toBe(200);
  });

  it('is tried again later while the other side is away', async () => {
    await connect(world);
    hours(1);
    world.identity.seen.isAway = true;
    await expect(ask()).rejects.toMatchObject({ code: 'HTTP_UNAVAILABLE', retryable: true });
    expect(await states()).toEqual(['connected']);

    world.identity.seen.isAway = false;
    expect((await ask()).status).toBe(200);
  });
});
