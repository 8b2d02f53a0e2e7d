import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { openStore, type Store } from '../../store/index.ts';
import { createTestServer } from '../test-server.ts';

const database = testDatabase();
let store: Store;
let app: FastifyInstance;
let problem: string | null = null;

beforeAll(async () => {
  store = await openStore(database.uri);
  const readyChecks = [{ name: 'worker', check: async () => problem }];
  const queueDepths = async () => ({ outbox: 7 });
  const config = { metricsToken: 'a token for the monitoring' };
  ({ app } = await createTestServer(store, config, { readyChecks, queueDepths }));
});
afterAll(async () => {
  await app.close();
  await store.close();
});

describe('the routes for operation', () => {
  it('says whether it may have requests, and what is wrong if not', async () => {
    const well = await app.inject('/readyz');
    problem = 'no heartbeat since 09:00';
    const ill = await app.inject('/readyz');
    problem = null;

    expect(well.json()).toEqual({
      ready: true,
      checks: [
        { name: 'database', problem: null },
        { name: 'worker', problem: null },
      ],
    });
    expect(ill.statusCode).toBe(503);
    expect(ill.json().checks[1].problem).toBe('no heartbeat since 09:00');
  });

  it('counts requests by their pattern, and shows what waits', async () => {
    await app.inject('/healthz');

    const { body } = await app.inject('/metrics');

    expect(body).toMatch(/http_request_duration_seconds_count\{[^}]*route="\/healthz"[^}]*\} \d/);
    expect(body).toContain('inning_queue_depth{queue="outbox"} 7');
    expect(body).toContain('process_cpu_seconds_total');
  });

  it('keeps figures from strangers, also behind a proxy on this machine', async () => {
    const read = (headers: Record<string, string>, remoteAddress = '192.0.2.7') =>
      app.inject({ url: '/metrics', headers, remoteAddress });

    expect((await read({})).statusCode).toBe(401);
    expect((await read({ 'x-forwarded-for': '192.0.2.7' }, '127.0.0.1')).statusCode).toBe(401);
    expect((await read({ authorization: 'Bearer guess' })).statusCode).toBe(401);
    expect((await read({ authorization: 'Bearer a token for the monitoring' })).statusCode).toBe(
      200,
    );
  });
});
