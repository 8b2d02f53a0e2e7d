import type { HttpRequest } from '@inning/sdk';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type AddedCredential, createOutbound, type Outbound } from './index.ts';
import { TEST_CLIENT_CERTIFICATE, TEST_CLIENT_KEY } from './testing/certificates.ts';
import { type LoopbackServer, type Play, startLoopbackServer } from './testing/loopback-server.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const CANARY = 'canary-5f1e';
let server: LoopbackServer;
let play: Play;
let outbound: Outbound;
beforeAll(async () => {
  server = await startLoopbackServer((seen, response) => play(seen, response));
  const loopback = server.as('api.example.com', 'www.example.com', 'evil.example.net');
  outbound = createOutbound({ log, loopback });
});
afterEach(() => void (server.requests.length = 0));
afterAll(async () => {
  await outbound.close();
  await server.close();
});

const credential: AddedCredential = {
  headers: { authorization: `Bearer ${CANARY}` },
  certificate: { certificate: TEST_CLIENT_CERTIFICATE, key: TEST_CLIENT_KEY },
  secrets: [CANARY],
};
const ask = (request: Partial<HttpRequest> = {}) =>
  outbound.request({
    pluginId: 'letters',
    agencyId: null,
    hosts: ['api.example.com', 'www.example.com'],
    request: { url: 'https://api.example.com/start', credential: 'key', ...request },
    addCredential: async () => credential,
  });
/** Sends `/start` to that address, and answers everything else. */
const sendTo =
  (location: string, status = 302): Play =>
  ({ path }) =>
    path === '/start' ? { status, headers: { location } } : { body: 'arrived' };

describe('an answer that leads elsewhere', () => {
  it('is followed on the same host with the credential', async () => {
    play = sendTo('/next?a=1');

    expect((await ask()).body).toBe('arrived');
    expect(server.requests[1]).toMatchObject({
      path: '/next?a=1',
      headers: { authorization: `Bearer ${CANARY}` },
      clientName: 'a plugin of a test',
    });
  });

  it('is followed to another granted host without it, and without what the plugin sent of its own', async () => {
    play = sendTo('https://www.example.com/next');

    await ask({ headers: { cookie: 'session', 'x-kind': 'letter' } });

    expect(server.requests[0]?.headers).toMatchObject({ cookie: 'session' });
    expect(server.requests[1]).toMatchObject({
      host: 'www.example.com',
      headers: { 'x-kind': 'letter' },
      clientName: null,
    });
    expect(server.requests[1]?.headers).not.toHaveProperty('authorization');
    expect(server.requests[1]?.headers).not.toHaveProperty('cookie');
  });

  it('does not get the credential back when it returns', async () => {
    play = ({ path, host }) => {
      if (path === '/start') {
        return { status: 302, headers: { location: 'https://www.example.com/' } };
      }
      return host === 'www.example.com'
        ? { status: 302, headers: { location: 'https://api.example.com/end' } }
        : { body: 'arrived' };
    };

    expect((await ask()).body).toBe('arrived');
    expect(server.requests.map(({ headers }) => headers.authorization !== undefined)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each([
    'https://evil.example.net/',
    '//evil.example.net/',
    'http://www.example.com/',
    'https://127.0.0.1/',
    'https://[::ffff:169.254.169.254]/latest/meta-data/',
    'https://www.example.com:8443/',
    'https://user@www.example.com/',
    'https://www.example.com\\@evil.example.net/',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ])('to %s ends there', async (location) => {
    play = sendTo(location);

    await expect(ask()).rejects.toMatchObject({ code: 'HTTP_REFUSED' });
    expect(server.requests).toHaveLength(1);
  });

  it('turns a POST into a GET, unless it asks for the same again', async () => {
    const post = { method: 'POST' as const, body: 'letter', headers: { 'content-type': 'a/b' } };
    play = sendTo('/next', 303);
    await ask(post);
    play = sendTo('/next', 307);
    await ask(post);

    expect(server.requests.map(({ method, body }) => `${method} ${body}`)).toEqual([
      'POST letter',
      'GET ',
      'POST letter',
      'POST letter',
    ]);
    expect(server.requests[1]?.headers).not.toHaveProperty('content-type');
  });

  it('is followed five times at most', async () => {
    play = () => ({ status: 302, headers: { location: '/again' } });

    await expect(ask()).rejects.toThrow('more than 5 times');
    expect(server.requests).toHaveLength(6);
  });
});

describe('a credential', () => {
  it('is not told to the plugin by a server that echoes it', async () => {
    play = ({ headers }) => ({
      headers: { 'x-echo': String(headers.authorization) },
      body: JSON.stringify(headers),
    });

    const plain = await ask();
    const bytes = await ask({ answerEncoding: 'base64' });

    expect(JSON.stringify(plain)).not.toContain(CANARY);
    expect(JSON.parse(plain.body)).toMatchObject({ authorization: 'Bearer ***********' });
    expect(Buffer.from(bytes.body, 'base64').toString()).not.toContain(CANARY);
  });

  it('that is no certificate is refused without quoting it', async () => {
    const certificate = { certificate: TEST_CLIENT_CERTIFICATE, key: `broken ${CANARY}` };
    const asked = outbound.request({
      pluginId: 'letters',
      agencyId: null,
      hosts: ['api.example.com'],
      request: { url: 'https://api.example.com/', credential: 'card' },
      addCredential: async () => ({ headers: {}, certificate, secrets: [] }),
    });

    await expect(asked).rejects.toThrow('do not fit together');
    await expect(asked).rejects.not.toThrow(CANARY);
  });

  it('is not overruled by a header of the plugin', async () => {
    await expect(ask({ headers: { Authorization: 'mine' } })).rejects.toThrow(
      'its header "authorization" is that of the credential',
    );
  });
});

describe('a server with a certificate that we do not trust', () => {
  it('gets nothing', async () => {
    const loopback = { ...server.as('api.example.org', 'api.example.com'), ca: '' };
    const strict = createOutbound({ log, loopback });
    const wrongName = createOutbound({ log, loopback: server.as('api.example.org') });
    const request = (its: Outbound, host: string) =>
      its.request({
        pluginId: 'letters',
        agencyId: null,
        hosts: [host],
        request: { url: `https://${host}/` },
      });

    await expect(request(strict, 'api.example.com')).rejects.toThrow('nobody vouches for');
    await expect(request(wrongName, 'api.example.org')).rejects.toThrow('of another host');
    expect(server.requests).toEqual([]);
    await Promise.all([strict.close(), wrongName.close()]);
  });
});
