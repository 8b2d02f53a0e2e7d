import { READERS, Type } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { openStore, type Store } from '../../store/index.ts';
import { createTestServer } from '../test-server.ts';

const database = testDatabase();
let store: Store;
let app: FastifyInstance;

beforeAll(async () => {
  store = await openStore(database.uri);
  ({ app } = await createTestServer(store));
  const schema = {
    operationId: 'getThing',
    summary: 'A thing',
    description: 'With words.',
    params: Type.Object({ id: Type.String() }),
    response: { 200: Type.Object({ openCents: Type.Integer({ editor: 'money' }) }) },
  };
  app.get('/api/things/:id', { config: { access: { roles: READERS } }, schema }, async () => ({
    openCents: 1,
  }));
});
afterAll(async () => {
  await app.close();
  await store.close();
});

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and tells who may call each route', async () => {
    const { openapi, paths } = (await app.inject('/openapi.json')).json();

    expect(openapi).toBe('3.1.0');
    const thing = paths['/api/things/{id}'].get;
    expect(thing['x-roles']).toEqual([...READERS]);
    expect(thing.description).toContain('With words.');
    expect(thing.description).toContain('read-only');
    expect(Object.keys(thing.responses)).toEqual(['200', '400', '401', '403', '404']);
    expect(paths['/api/session'].delete.security).toEqual([{ session: [], csrf: [] }]);
    expect(paths['/*']).toBeUndefined();
  });

  it('can be read on a page whose every file comes from here', async () => {
    const { body } = await app.inject('/docs');
    const links = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link = '']) => link);

    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect((await app.inject(link)).statusCode, link).toBe(200);
    expect(body).not.toMatch(/<script>|<style>|https?:/);
  });
});
