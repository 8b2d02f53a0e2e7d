import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../../core/domain/routing/index.ts';
import { createUsersService } from '../../core/domain/users/index.ts';
import { type AccessWorld, openAccessWorld, PASSWORD } from '../kit/access-world.ts';
import { testDatabase } from '../kit/database.ts';

const database = testDatabase();
let world: AccessWorld;
beforeAll(async () => {
  world = await openAccessWorld(database.uri);
});
afterAll(() => world.close());

const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '';
const whoIs = (cookie: string) => world.app.inject({ url: '/api/session', headers: { cookie } });

async function newPerson(email: string): Promise<string> {
  const users = createUsersService({ store: world.store, clock: { now: () => new Date() } });
  const agencyId = toId(world.places.home.agencyId);
  const person = { email, name: 'Somebody', role: 'agency-employee', agencyId } as const;
  return (await users.create({ ...person, password: PASSWORD })).id;
}

describe('signing in', () => {
  it('tells who it is, in which language, and the token for changing requests', async () => {
    const person = world.people['creditor-employee'];

    const answer = await world.ask(person, { method: 'GET', url: '/api/session' });

    expect(answer.json()).toEqual({
      user: {
        id: person.user.id,
        name: 'The creditor-employee',
        role: 'creditor-employee',
        agencyId: world.places.home.agencyId,
        creditorIds: [world.places.home.creditorId],
        administrationIds: 'all',
      },
      csrfToken: person.csrfToken,
      locale: 'nl',
      agency: { name: expect.any(String), colour: '#1f5f8b' },
      today: '2026-03-02',
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('works for the operator, who belongs to no agency and sees nobody', async () => {
    const { operator } = world.people;

    const session = await world.ask(operator, { method: 'GET', url: '/api/session' });
    const debtors = await world.ask(operator, { method: 'GET', url: '/api/debtors' });

    expect(session.json()).toMatchObject({ user: { agencyId: null }, agency: null });
    expect(debtors.statusCode).toBe(403);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await world.signIn('agency-employee@example.nl', 'not the password');
    const unknown = await world.signIn('nobody@example.nl', 'not the password');

    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toEqual(unknown.json());
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('keeps the cookie from scripts and from other web sites', async () => {
    const answer = await world.signIn('read-only@example.nl');

    expect(answer.headers['set-cookie']).toMatch(/HttpOnly/);
    expect(answer.headers['set-cookie']).toMatch(/SameSite=Lax/);
    expect(answer.headers['set-cookie']).toMatch(/Path=\//);
  });

  it('is over after signing out, for that browser only', async () => {
    await newPerson('two-browsers@example.nl');
    const [first, second] = [
      await world.signIn('two-browsers@example.nl'),
      await world.signIn('two-browsers@example.nl'),
    ];

    const out = await world.app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { cookie: cookieOf(first), 'x-csrf-token': first.json().csrfToken },
    });

    expect(out.statusCode).toBe(204);
    expect(out.headers['set-cookie']).toMatch(/Expires=Thu, 01 Jan 1970/);
    expect((await whoIs(cookieOf(first))).statusCode).toBe(401);
    expect((await whoIs(cookieOf(second))).statusCode).toBe(200);
  });

  it('ends at the next request when somebody is blocked', async () => {
    const id = await newPerson('blocked@example.nl');
    const answer = await world.signIn('blocked@example.nl');
    const users = createUsersService({ store: world.store, clock: { now: () => new Date() } });

    await users.block(toId(id));

    expect((await whoIs(cookieOf(answer))).statusCode).toBe(401);
    expect((await world.signIn('blocked@example.nl')).statusCode).toBe(401);
  });
});

describe('an attacker who guesses passwords', () => {
  it('is stopped after five guesses, even with the right password, and told when to come back', async () => {
    await newPerson('victim@example.nl');
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await world.signIn('victim@example.nl', `guess number ${guess}`)).statusCode).toBe(
        401,
      );
    }

    const stopped = await world.signIn('VICTIM@example.nl ', PASSWORD);

    expect(stopped.statusCode).toBe(429);
    expect(stopped.json().error.code).toBe('TOO_MANY_SIGN_INS');
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(60);
  });

  it('gains nothing by guessing all at once', async () => {
    await newPerson('at-once@example.nl');

    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => world.signIn('at-once@example.nl', `guess number ${n}`)),
    );

    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(25);
  });

  it('gains nothing by claiming another address in a header', async () => {
    await newPerson('forwarded@example.nl');
    const guess = (n: number) =>
      world.ask(null, {
        method: 'POST',
        url: '/api/session',
        payload: { email: 'forwarded@example.nl', password: `guess number ${n}` },
        headers: { 'x-forwarded-for': `198.51.100.${n}`, forwarded: `for=198.51.100.${n}` },
      });
    for (let n = 0; n < 5; n += 1) await guess(n);

    expect((await guess(6)).statusCode).toBe(429);
  });
});

describe('an attacker who brings a session along', () => {
  it('never has it taken over: signing in gives a new token, and ends the one before', async () => {
    await newPerson('fixed@example.nl');
    const planted = `inning=${'A'.repeat(43)}`;
    const signIn = (cookie: string) =>
      world.app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { cookie },
        payload: { email: 'fixed@example.nl', password: PASSWORD },
      });

    const first = await signIn(planted);
    const second = await signIn(cookieOf(first));

    expect(cookieOf(first)).not.toBe(planted);
    expect(cookieOf(second)).not.toBe(cookieOf(first));
    expect((await whoIs(planted)).statusCode).toBe(401);
    expect((await whoIs(cookieOf(first))).statusCode).toBe(401);
    expect((await whoIs(cookieOf(second))).statusCode).toBe(200);
  });

  it.each(['', 'x', '../..', 'A'.repeat(5_000), '%00', '{"$ne":null}'])(
    'is a stranger with the cookie %j',
    async (value) => {
      expect((await whoIs(`inning=${value}`)).statusCode).toBe(401);
    },
  );
});

describe('a page of another web site', () => {
  const change = (headers: Record<string, string>) =>
    world.app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { cookie: world.people['agency-employee'].cookie, ...headers },
    });

  it('cannot change anything without the token of this very session', async () => {
    const foreignToken = world.people['read-only'].csrfToken;

    for (const headers of [{}, { 'x-csrf-token': '' }, { 'x-csrf-token': foreignToken }]) {
      const answer = await change(headers as Record<string, string>);
      expect(answer.statusCode).toBe(403);
      expect(answer.json().error.code).toBe('CSRF_TOKEN_INVALID');
    }
  });

  it('cannot change anything with the token either', async () => {
    const { csrfToken } = world.people['agency-employee'];
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example']) {
      const answer = await change({ origin, 'x-csrf-token': csrfToken });
      expect(answer.json().error.code).toBe('FOREIGN_ORIGIN');
    }
  });

  it('cannot sign somebody in as somebody else', async () => {
    const answer = await world.ask(null, {
      method: 'POST',
      url: '/api/session',
      payload: { email: 'read-only@example.nl', password: PASSWORD },
      headers: { origin: 'https://evil.example' },
    });

    expect(answer.statusCode).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('is asked for the token on every changing route there is', async () => {
    const changing = world.app.routeTable.filter(
      ({ method, access }) => !['GET', 'HEAD'].includes(method) && access !== 'public',
    );
    for (const { method, url, access } of changing) {
      const role = access === 'public' ? 'operator' : (access.roles[0] ?? 'operator');
      const answer = await world.app.inject({
        method: method as 'POST',
        url: url.replaceAll(/:\w+/g, '1'),
        headers: { cookie: world.people[role].cookie },
      });
      expect(answer.json().error.code, `${method} ${url}`).toBe('CSRF_TOKEN_INVALID');
    }
  });
});
