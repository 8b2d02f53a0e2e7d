import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccessWorld, type Asked, openAccessWorld } from '../kit/access-world.ts';
import { testDatabase } from '../kit/database.ts';
import { requestFor } from './world/foreign-requests.ts';

const database = testDatabase();
let world: AccessWorld;
beforeAll(async () => {
  world = await openAccessWorld(database.uri);
});
afterAll(() => world.close());

const asAdministrator = (asked: Asked) => world.ask(world.people['agency-administrator'], asked);
const signInWith = (payload: string | Buffer, contentType = 'application/json') =>
  world.ask(null, {
    method: 'POST',
    url: '/api/session',
    payload,
    headers: { 'content-type': contentType },
  });

const OPERATORS = [{ $ne: null }, { $gt: '' }, { $regex: '.*' }, { $where: 'sleep(1000)' }];

describe('operator objects', () => {
  it('do not stand in for a password or an address', async () => {
    for (const operator of OPERATORS) {
      const payload = { email: 'agency-employee@example.nl', password: operator };
      const answer = await world.ask(null, { method: 'POST', url: '/api/session', payload });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().error.details.field).toBe('password');
    }
  });

  it('are refused in the body of every route that takes one', async () => {
    const { home } = world.places;
    for (const route of world.app.routeTable.filter(({ schema }) => schema.body !== undefined)) {
      const right = requestFor(route, home);
      const fields = Object.keys((right.payload ?? {}) as object);
      for (const [index, field] of fields.entries()) {
        const before = (right.payload as Record<string, unknown>)[field];
        if (typeof before !== 'string') continue;
        const operator = OPERATORS[index % OPERATORS.length];
        const payload = { ...(right.payload as object), [field]: operator };
        const answer = await asAdministrator({ ...right, payload });
        const what = `${route.method} ${route.url} ${field}: ${answer.body.slice(0, 200)}`;
        expect([400, 403], what).toContain(answer.statusCode);
      }
    }
  });

  it('are refused in addresses', async () => {
    const lists = world.app.routeTable.filter(
      ({ method, schema }) => method === 'GET' && schema.querystring !== undefined,
    );
    for (const route of lists) {
      const right = requestFor(route, world.places.home);
      for (const query of ['limit[$ne]=1', 'search[$regex]=.*', '$where=1', 'cursor[$gt]=']) {
        const answer = await asAdministrator({ ...right, url: `${right.url}?${query}`, query: {} });
        // Whoever comes back from signing in elsewhere is sent to a page that says it went wrong.
        const isRefused = /result=(?!connected)/.test(String(answer.headers['location']));
        const said = answer.statusCode === 302 && isRefused ? 400 : answer.statusCode;
        expect(said, `${route.url}?${query}`).toBe(400);
      }
    }
  });
});

describe('bodies that mean two things, or nothing', () => {
  it.each([
    {
      what: 'a form',
      payload: 'email=a&password=b',
      type: 'application/x-www-form-urlencoded',
      status: 415,
    },
    {
      what: 'text that looks like JSON',
      payload: '{"email":"a","password":"b"}',
      type: 'text/plain',
      status: 415,
    },
    { what: 'XML', payload: '<email>a</email>', type: 'application/xml', status: 415 },
    { what: 'no type at all', payload: '{"email":"a"}', type: '', status: 415 },
    { what: 'a list', payload: '[]', type: 'application/json', status: 400 },
    { what: 'a text', payload: '"email"', type: 'application/json', status: 400 },
    { what: 'nothing', payload: '', type: 'application/json', status: 400 },
    { what: 'half of it', payload: '{"email":"a"', type: 'application/json', status: 400 },
    {
      what: 'a key twice',
      payload: '{"email":"a","email":"b","password":"c"}',
      type: 'application/json',
      status: 400,
    },
    {
      what: 'a prototype',
      payload: '{"__proto__":{"role":"operator"}}',
      type: 'application/json',
      status: 400,
    },
    {
      what: 'a field too many',
      payload: '{"email":"a","password":"b","role":"operator"}',
      type: 'application/json',
      status: 400,
    },
    {
      what: 'JSON with a byte order mark in UTF-16',
      payload: '\ufeff{}',
      type: 'application/json; charset=utf-16',
      status: 400,
    },
  ])('refuses $what', async ({ payload, type, status }) => {
    const answer = await signInWith(payload, type);

    expect(answer.statusCode).toBe(status);
    expect(answer.json().error.code).toMatch(/^[A-Z_]+$/);
  });

  it('refuses files where JSON is asked, and JSON where files are', async () => {
    const form = '--x\r\ncontent-disposition: form-data; name="email"\r\n\r\na\r\n--x--\r\n';

    const answer = await signInWith(form, 'multipart/form-data; boundary=x');

    expect([400, 415]).toContain(answer.statusCode);
  });

  it('refuses what is huge before reading it, and what is nested without end', async () => {
    const huge = await signInWith(`{"email":"${'x'.repeat(1_200_000)}","password":"b"}`);
    const deep = await signInWith('['.repeat(20_000) + ']'.repeat(20_000));

    expect(huge.statusCode).toBe(413);
    expect(huge.json().error.code).toBe('BODY_TOO_LARGE');
    expect(deep.json().error.code).toBe('MALFORMED_JSON');
  });

  it('never pollutes the objects of the program', () => {
    expect(({} as Record<string, unknown>)['role']).toBeUndefined();
  });
});

describe('addresses that are not ours', () => {
  it('say which methods they take', async () => {
    const answer = await asAdministrator({ method: 'PUT', url: '/api/session' });

    expect(answer.statusCode).toBe(405);
    expect(answer.headers['allow']).toContain('POST');
  });

  it.each(['/api/debtors/%00', '/api/debtors?search=%00', '/api/debtors/1%00'])(
    'refuses a null character in %s',
    async (url) => {
      expect((await asAdministrator({ method: 'GET', url })).statusCode).toBe(400);
    },
  );

  it.each([
    '/api//session',
    '/API/SESSION',
    '/api/session/',
    `/api/${'a'.repeat(5_000)}`,
    '/api/constructor',
    '/api/__proto__',
  ])('finds nothing at %s', async (url) => {
    expect((await asAdministrator({ method: 'GET', url })).statusCode).toBe(404);
  });
});
