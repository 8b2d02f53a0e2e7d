import { Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/kit/database.ts';
import { openStore, type Store } from '../store/index.ts';
import { createTestServer } from './test-server.ts';

const database = testDatabase();
let store: Store;
let app: FastifyInstance;

beforeAll(async () => {
  store = await openStore(database.uri);
  ({ app } = await createTestServer(store));
  app.post(
    '/api/echo',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Echo',
        querystring: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1 })) }),
        body: Type.Object({
          amountCents: Type.Integer({ editor: 'money' }),
          kind: Type.Optional(Type.Union([Type.Literal('invoice'), Type.Literal('credit')])),
          name: Type.Optional(Type.String({ maxLength: 4 })),
          contact: Type.Optional(Type.Object({ email: Type.String({ format: 'email' }) })),
        }),
      },
    },
    async ({ body, query }) => ({ body, query }),
  );
  app.get('/api/broken', { config: { access: 'public' } }, async () => {
    throw new Error('Jan Jansen could not be saved');
  });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await store.close();
});

const echo = (payload: object, query = '') =>
  app.inject({ method: 'POST', url: `/api/echo${query}`, payload });

describe('the HTTP server', () => {
  it('does not boot with a route that does not say who may call it', async () => {
    const { app: other } = await createTestServer(store);

    expect(() => other.get('/api/forgotten', async () => 'all of it')).toThrow(
      'GET /api/forgotten does not say who may call it',
    );

    await other.close();
  });

  it('knows every route with its rule', () => {
    const entry = app.routeTable.find(({ url, method }) => url === '/healthz' && method === 'GET');

    expect(entry).toMatchObject({ access: 'public', isWebSocket: false });
  });

  it('takes a body as it is: a number as text is refused by the name of the field', async () => {
    const answer = await echo({ amountCents: '100' });

    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({
      error: {
        code: 'VALIDATION_FAILED',
        message: 'amountCents (body) must be integer.',
        details: { part: 'body', field: 'amountCents', rule: 'type' },
      },
    });
  });

  it.each([
    [{ amountCents: 1, colour: 'red' }, 'colour (body) is not a field here.'],
    [{}, 'amountCents (body) is missing.'],
    [{ amountCents: 1, kind: 'other' }, 'kind (body) must be one of invoice, credit.'],
    [{ amountCents: 1, name: '😀😀😀' }, 'name (body) must NOT have more than 4 characters.'],
    [
      { amountCents: 1, contact: { email: 'secret text' } },
      'contact.email (body) must match format "email".',
    ],
    [
      { amountCents: 1, contact: { email: 'a@b.nl', age: 3 } },
      'contact.age (body) is not a field here.',
    ],
  ])('says of %j that %s', async (body, message) => {
    const answer = await echo(body);

    expect(answer.statusCode).toBe(400);
    expect(answer.json().error).toMatchObject({ code: 'VALIDATION_FAILED', message });
  });

  it('reads numbers from the address, and refuses what is no number there', async () => {
    const good = await echo({ amountCents: 1 }, '?limit=5');
    const bad = await echo({ amountCents: 1 }, '?limit=5;drop');
    const unknown = await echo({ amountCents: 1 }, '?limitt=5');

    expect(good.json().query).toEqual({ limit: 5 });
    expect(bad.json().error).toMatchObject({ details: { part: 'query', field: 'limit' } });
    expect(unknown.json().error.message).toBe('limitt (query) is not a field here.');
  });

  it('tells nothing about what it did not foresee but a number to mention', async () => {
    const answer = await app.inject('/api/broken');

    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('Jansen');
    expect(answer.json().error).toMatchObject({
      code: 'INTERNAL_ERROR',
      details: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });

  it('says which methods an address takes, and that nothing is at another', async () => {
    const wrongMethod = await app.inject({ method: 'PUT', url: '/api/session' });
    const nothing = await app.inject({ method: 'PUT', url: '/api/nothing' });
    const unreadable = await app.inject('/api/%zz');

    expect(wrongMethod.statusCode).toBe(405);
    expect(wrongMethod.headers['allow']).toBe('POST, GET, HEAD, DELETE');
    expect(nothing.json().error.code).toBe('ROUTE_NOT_FOUND');
    expect(unreadable.json().error.code).toBe('BAD_REQUEST');
  });

  it('lets no page of ours run foreign or evaluated script', async () => {
    const { headers } = await app.inject('/healthz');
    const policy = String(headers['content-security-policy']);

    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-eval');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('stops a client that asks too much, and says when to come back', async () => {
    const { app: strict } = await createTestServer(store, { requestsPerMinute: 3 });
    for (let count = 0; count < 3; count += 1) await strict.inject('/healthz');

    const answer = await strict.inject('/healthz');

    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    await strict.close();
  });
});
