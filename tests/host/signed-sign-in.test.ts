import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  TEST_CLIENT_CERTIFICATE,
  TEST_CLIENT_KEY,
} from '../../core/outbound/testing/certificates.ts';
import type { PlayedAnswer, SeenRequest } from '../../core/outbound/testing/loopback-server.ts';
import { useStore } from './database.ts';
import { readSignature } from './read-signature.ts';
import { call, openSignInWorld, type SignInWorld } from './sign-in-world.ts';

const ADDRESS = '/api/plugins/post-letters/credentials/stamped/sign-in';
const CLIENT_ID = '5ca1ab1e-0000-4000-8000-000000000001';
const pair = { certificate: TEST_CLIENT_CERTIFICATE, key: TEST_CLIENT_KEY };

const store = useStore();
let world: SignInWorld;
/** What the other side gave, in the order in which it did. */
let given: { grant: string; keyId: string; isTrue: boolean; by: string | null }[];
let isAway: boolean;

const json = (status: number, body: object): PlayedAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** An application shows who it is by signing; with its own token it asks for those of people. */
function giveTokens(seen: SeenRequest): PlayedAnswer {
  if (isAway) return json(503, {});
  const sent = new URLSearchParams(seen.body);
  const grant = sent.get('grant_type') ?? '';
  const { keyId, isTrue, serialNumber } = readSignature(seen);
  given.push({ grant, keyId, isTrue, by: seen.clientName });
  const bearer = seen.headers.authorization;
  if (grant === 'client_credentials') {
    if (keyId !== `SN=${serialNumber}`) return json(401, { error: 'invalid_client' });
    return json(200, { access_token: 'app-token', token_type: 'Bearer', expires_in: 905 });
  }
  if (bearer !== 'Bearer app-token') return json(401, { error: 'invalid_client' });
  const token = { token_type: 'Bearer', expires_in: 900 };
  if (grant === 'authorization_code') {
    return json(200, { ...token, access_token: 'canary-first', refresh_token: 'canary-again' });
  }
  const isKnown = sent.get('refresh_token') === 'canary-again';
  return isKnown
    ? json(200, { ...token, access_token: 'canary-second' })
    : json(400, { error: 'invalid_grant' });
}

beforeAll(async () => {
  world = await openSignInWorld(store(), ['card', 'stamp', 'stamped']);
});
afterAll(() => world?.close());
beforeEach(async () => {
  given = [];
  isAway = false;
  world.api.requests.length = 0;
  world.played.answer = (seen) =>
    seen.path === '/oauth2/token'
      ? giveTokens(seen)
      : { body: JSON.stringify({ by: readSignature(seen).isTrue }) };
  await store().connection.collection('credential-tokens').deleteMany({});
  await enter({ stamped: { clientId: CLIENT_ID }, card: pair, stamp: pair });
});

const enter = (credentials: object) =>
  call(world.app, world.boss, 'PUT', '/api/plugins/post-letters', {
    enabled: true,
    settings: { credentials },
  });
async function connect() {
  const started = await call(world.app, world.boss, 'POST', ADDRESS, {});
  const state = new URL(started.json().url).searchParams.get('state');
  const back = `${ADDRESS}/return?code=a-code&state=${state}`;
  const answer = await call(world.app, world.boss, 'GET', back);
  return new URL(String(answer.headers.location), 'http://x').searchParams.get('result');
}
const ask = () =>
  world.host.toolsFor('post-letters', world.home).http.request({
    url: 'https://api.example.com/letters',
    credential: ['card', 'stamp', 'stamped'],
  });

describe('signing in at a bank that wants requests for tokens signed', () => {
  it('asks with a token of the application, which it gets by its signature', async () => {
    expect(await connect()).toBe('connected');

    expect(given).toMatchObject([
      { grant: 'client_credentials', isTrue: true, by: 'a plugin of a test' },
      { grant: 'authorization_code', isTrue: true, keyId: CLIENT_ID, by: 'a plugin of a test' },
    ]);
    expect(given[0]?.keyId).toMatch(/^SN=[0-9A-F]+$/);
  });

  it('signs questions by the client id, and renews the access the same way', async () => {
    await connect();
    expect((await ask()).body).toBe('{"by":true}');
    world.clock.moveTo(new Date(world.clock.now().getTime() + 3_600_000));
    await ask();

    expect(given.map(({ grant }) => grant).slice(2)).toEqual([
      'client_credentials',
      'refresh_token',
    ]);
    const asked = world.api.requests.filter(({ path }) => path === '/letters');
    expect(asked.map((one) => [readSignature(one).keyId, one.headers.authorization])).toEqual([
      [CLIENT_ID, 'Bearer canary-first'],
      [CLIENT_ID, 'Bearer canary-second'],
    ]);
  });

  it('says so when the other side does not know the application, or is away', async () => {
    const { answer } = world.played;
    world.played.answer = () => json(401, { error: 'invalid_client' });
    expect(await connect()).toBe('CREDENTIAL_REFUSED');
    world.played.answer = answer;
    isAway = true;
    expect(await connect()).toBe('HTTP_UNAVAILABLE');
    isAway = false;
    expect(await connect()).toBe('connected');
  });

  it('cannot begin when key and certificate do not belong together', async () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const stamp = { ...pair, key: privateKey };
    await enter({ stamped: { clientId: CLIENT_ID }, card: pair, stamp });

    const started = await call(world.app, world.boss, 'POST', ADDRESS, {});

    expect(started.json()).toMatchObject({ error: { code: 'CREDENTIAL_MISSING' } });
  });
});
