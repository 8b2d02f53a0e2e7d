import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { HttpRequest } from '@inning/sdk';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createOutbound, type Outbound, type OutboundDeps } from './index.ts';
import { type LoopbackServer, type Play, startLoopbackServer } from './testing/loopback-server.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
let server: LoopbackServer;
let play: Play;
beforeAll(async () => {
  server = await startLoopbackServer((seen, response) => play(seen, response));
});
afterAll(() => server.close());

const opened: Outbound[] = [];
afterEach(async () => {
  server.requests.length = 0;
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

function outbound(deps: Partial<OutboundDeps> = {}): Outbound {
  const loopback = server.as('api.example.com', 'www.example.com', 'api.example.com:8443');
  const one = createOutbound({ log, loopback, ...deps });
  opened.push(one);
  return one;
}
const HOSTS = ['api.example.com', 'www.example.com'];
const caller = { pluginId: 'letters', agencyId: 'a'.repeat(24), hosts: HOSTS };
const ask = (request: HttpRequest, its = outbound(), hosts: readonly string[] = HOSTS) =>
  its.request({ ...caller, hosts, request });
const url = 'https://api.example.com/letters';

describe('a request of a plugin', () => {
  it('reaches the other side as it was made, and its answer comes back', async () => {
    play = () => ({ status: 404, headers: { 'X-Seen': 'yes' }, body: 'no such letter' });

    const answer = await ask({ method: 'PUT', url, headers: { 'X-Kind': 'a' }, body: '{"a":"é"}' });

    expect(answer).toMatchObject({
      status: 404,
      headers: { 'x-seen': 'yes' },
      body: 'no such letter',
    });
    expect(server.requests).toMatchObject([
      { method: 'PUT', host: 'api.example.com', path: '/letters', body: '{"a":"é"}' },
    ]);
    expect(server.requests[0]?.headers['x-kind']).toBe('a');
  });

  it('carries bytes as base64, both ways', async () => {
    const bytes = randomBytes(300);
    play = ({ headers }) => ({ body: bytes.subarray(0, Number(headers['content-length'])) });

    const answer = await ask({
      method: 'POST',
      url,
      body: bytes.toString('base64'),
      bodyEncoding: 'base64',
      answerEncoding: 'base64',
    });

    expect(answer.body).toBe(bytes.toString('base64'));
  });

  it.each([
    ['a host that was not granted', { url: 'https://other.example.com/' }],
    ['another port of a granted host', { url: 'https://api.example.com:8443/' }],
    ['a method that is none', { url, method: 'TRACE' }],
    ['a body with a GET', { url, body: 'x' }],
    ['more than 1 MB', { url, method: 'POST', body: 'x'.repeat(1_048_577) }],
    ['text that is not base64', { url, method: 'POST', body: '§§', bodyEncoding: 'base64' }],
    ['a header with a line break', { url, headers: { a: 'b\r\nhost: evil.net' } }],
    ['a header name with a line break', { url, headers: { 'a\r\nb': 'c' } }],
    ['a header beyond plain characters', { url, headers: { a: 'b\u0000' } }],
    ['the header that says to whom', { url, headers: { Host: 'evil.net' } }],
    ['a header that steers the message', { url, headers: { 'Transfer-Encoding': 'chunked' } }],
    ['a header for a proxy', { url, headers: { 'proxy-authorization': 'x' } }],
    ['one header twice', { url, headers: { Accept: 'a', accept: 'b' } }],
    ['a header that is no text', { url, headers: { a: ['b'] } }],
    [
      'too many headers',
      { url, headers: Object.fromEntries([...Array(51).keys()].map((n) => [`h${n}`, ''])) },
    ],
    ['a field that does not exist', { url, dispatcher: {} }],
    ['a credential when there are none', { url, credential: 'key' }],
    ['an address that is no text', { url: { href: url } }],
    ['nothing at all', null],
  ])('is not made with %s', async (_, request) => {
    await expect(ask(request as never)).rejects.toMatchObject({
      code: 'HTTP_REFUSED',
      retryable: false,
    });
    expect(server.requests).toEqual([]);
  });

  it('goes to another port when that was declared with the host', async () => {
    play = () => ({ body: 'here' });
    const answer = await ask({ url: 'https://api.example.com:8443/' }, outbound(), [
      'api.example.com:8443',
    ]);

    expect(answer.body).toBe('here');
    expect(server.requests[0]?.host).toBe('api.example.com:8443');
  });

  it.each([
    [['127.0.0.1']],
    [['10.0.0.1']],
    [['169.254.169.254']],
    [['::ffff:127.0.0.1']],
    [['64:ff9b::7f00:1']],
    [['93.184.216.34', '127.0.0.1']],
    [[]],
  ])('never reaches a name that leads to %j', async (addresses) => {
    const its = outbound({ resolve: async () => addresses });

    const asked = ask({ url: 'https://rebind.example.com/' }, its, ['*.example.com']);

    await expect(asked).rejects.toMatchObject({ code: 'HTTP_REFUSED' });
  });

  it('looks a name up once per connection and connects to nothing else', async () => {
    const asked: string[] = [];
    const answers = [['203.0.113.1'], ['127.0.0.1']];
    const resolve = async (name: string) => {
      asked.push(name);
      return answers[asked.length - 1] ?? [];
    };

    const its = outbound({ resolve });
    const request = { url: `https://rebind.example.com:${server.port}/` };
    const hosts = [`rebind.example.com:${server.port}`];

    // The first answer is not public either; a second question would have led to our own server.
    await expect(ask(request, its, hosts)).rejects.toMatchObject({ code: 'HTTP_REFUSED' });
    expect(asked).toEqual(['rebind.example.com']);
    await expect(ask(request, its, hosts)).rejects.toMatchObject({ code: 'HTTP_REFUSED' });
    expect(server.requests).toEqual([]);
  });

  it('says which host did not answer, without quoting what was sent', async () => {
    const resolve = async () => {
      throw Object.assign(new Error('secret'), { code: 'ENOTFOUND' });
    };
    const asked = ask(
      { url: 'https://gone.example.com/?key=canary', headers: { authorization: 'canary' } },
      outbound({ resolve }),
      ['gone.example.com'],
    );

    const error = await asked.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'HTTP_UNAVAILABLE',
      retryable: true,
      message: 'gone.example.com is not known to the name server.',
      details: { host: 'gone.example.com', reason: 'ENOTFOUND' },
    });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('canary');
  });
});

describe('an answer', () => {
  it('may be compressed, and may not be larger than 5 MB either way', async () => {
    play = ({ path }) => {
      const body = Buffer.alloc(path === '/small' ? 1_000 : 6_000_000, 'a');
      return path === '/plain'
        ? { body }
        : { headers: { 'content-encoding': 'gzip' }, body: gzipSync(body) };
    };

    expect((await ask({ url: 'https://api.example.com/small' })).body).toHaveLength(1_000);
    for (const path of ['plain', 'bomb']) {
      await expect(ask({ url: `https://api.example.com/${path}` })).rejects.toMatchObject({
        code: 'HTTP_UNAVAILABLE',
        details: { reason: 'TOO_LARGE' },
      });
    }
  });

  it('that does not come in time ends the request, also when it drips', async () => {
    play = ({ path }, response) => {
      if (path === '/drip') response.write('a');
      return undefined;
    };
    const its = outbound({ limits: { timeoutMs: 200 } });

    for (const path of ['silent', 'drip']) {
      await expect(ask({ url: `https://api.example.com/${path}` }, its)).rejects.toMatchObject({
        code: 'HTTP_UNAVAILABLE',
        message: 'api.example.com did not answer in time.',
      });
    }
  });

  it('waits for its turn when a plugin asks much at once, and does not hold up another', async () => {
    const held: (() => void)[] = [];
    play = async ({ path }) => {
      if (path === '/held') await new Promise<void>((resolve) => void held.push(resolve));
      return { body: path };
    };
    const its = outbound({ limits: { mostAtOnce: 2, mostWaiting: 1 } });
    const request = { url: 'https://api.example.com/held' };

    const asked = [ask(request, its), ask(request, its)];
    await expect.poll(() => held.length).toBe(2);
    const waiting = ask({ url: 'https://api.example.com/next' }, its);
    await expect(ask(request, its)).rejects.toMatchObject({ code: 'HTTP_UNAVAILABLE' });
    const other = await its.request({
      ...caller,
      agencyId: 'b'.repeat(24),
      request: { url: 'https://api.example.com/other' },
    });

    expect(other.body).toBe('/other');
    expect(server.requests).toHaveLength(3);
    held.forEach((go) => go());
    await Promise.all(asked);
    expect((await waiting).body).toBe('/next');
    expect(its.figures()).toMatchObject([
      { pluginId: 'letters', outcome: 'unavailable', count: 1 },
      { pluginId: 'letters', outcome: 'answered', count: 4 },
    ]);
  });
});
