import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Outbound from '../index.ts';
import { type LoopbackServer, startLoopbackServer } from '../testing/loopback-server.ts';

// A public address that leads to this machine, which there is none of: 127.0.0.1 plays it.
vi.mock('../target/public-address.ts', () => ({
  isPublicAddress: (address: string) => address === '127.0.0.1',
}));

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
let createOutbound: (typeof Outbound)['createOutbound'];
let server: LoopbackServer;
let answers: readonly string[][];
let asked: string[];
beforeAll(async () => {
  // What was loaded for a test before knows the real addresses.
  vi.resetModules();
  ({ createOutbound } = await import('../index.ts'));
  server = await startLoopbackServer(() => ({ body: 'here' }));
});
afterAll(async () => {
  vi.resetModules();
  await server.close();
});
beforeEach(() => {
  asked = [];
});

const resolve = async (name: string) => {
  asked.push(name);
  return answers[asked.length - 1] ?? [];
};

async function problemOf(): Promise<unknown> {
  const outbound = createOutbound({ log, resolve });
  const host = `api.example.com:${server.port}`;
  const request = { url: `https://${host}/` };
  const call = { pluginId: 'letters', agencyId: null, hosts: [host], request };
  const problem = await outbound.request(call).catch((error: unknown) => error);
  await outbound.close();
  return problem;
}

describe('a connection', () => {
  it('goes to the address that was checked, and the name is not looked up again', async () => {
    answers = [['127.0.0.1'], ['10.0.0.1']];

    // It got as far as the certificate, for which outside of tests nobody vouches.
    expect(await problemOf()).toMatchObject({
      code: 'HTTP_UNAVAILABLE',
      message: expect.stringContaining('a certificate that nobody vouches for'),
    });
    expect(asked).toEqual(['api.example.com']);
  });

  it.each([[['10.0.0.1', '127.0.0.1']], [['127.0.0.1', '::1']], [[]]])(
    'is not made when one of %j is not public',
    async (addresses) => {
      answers = [addresses, ['127.0.0.1']];

      expect(await problemOf()).toMatchObject({ code: 'HTTP_REFUSED' });
      expect(asked).toEqual(['api.example.com']);
    },
  );
});
