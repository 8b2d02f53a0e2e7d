import { type Role, ROLES } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteEntry } from '../../core/http/index.ts';
import { type AccessWorld, openAccessWorld, type Person } from '../kit/access-world.ts';
import { testDatabase } from '../kit/database.ts';
import {
  foreignRequests,
  idSpots,
  maySee,
  requestFor,
  unknownSpots,
} from './world/foreign-requests.ts';

const database = testDatabase();
let world: AccessWorld;
beforeAll(async () => {
  world = await openAccessWorld(database.uri);
});
afterAll(() => world.close());

/** HEAD is made from GET by the server itself. */
const routes = () => world.app.routeTable.filter(({ method }) => method !== 'HEAD');
const nameOf = ({ method, url }: RouteEntry) => `${method} ${url}`;
const isFor = ({ access }: RouteEntry, role: Role) =>
  access === 'public' || access.roles.includes(role);

/** Asks, and returns a line for each answer that is not among the expected ones. */
async function wrongAnswers(
  person: Person | null,
  requests: readonly { asked: Parameters<AccessWorld['ask']>[1]; what: string }[],
  expected: readonly number[],
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { asked, what } of requests) {
    const { statusCode, body } = await world.ask(person, asked);
    if (expected.includes(statusCode)) continue;
    wrong.push(`${asked.method} ${asked.url} with ${what}: ${statusCode} ${body.slice(0, 160)}`);
  }
  return wrong;
}

describe('the walls between tenants', () => {
  it('are tested on routes that exist', () => {
    expect(routes().length).toBeGreaterThan(20);
    expect(routes().flatMap(idSpots).length).toBeGreaterThan(20);
  });

  it('have a rule on every route', () => {
    expect(routes().filter(({ access }) => access === undefined)).toEqual([]);
  });

  it('know what each id in a request names; a new kind of id is told to world/named-ids.ts', () => {
    const unknown = routes().flatMap((route) =>
      unknownSpots(route, world.places.otherAgency).map(
        ({ part, path }) => `${nameOf(route)}: ${part} ${path}`,
      ),
    );

    expect(unknown).toEqual([]);
  });

  it('stop a stranger at every route that is not public', async () => {
    const closed = routes().filter(
      ({ access, isWebSocket }) => access !== 'public' && !isWebSocket,
    );
    const requests = closed.map((route) => ({
      asked: requestFor(route, world.places.home),
      what: 'everything right but the person',
    }));

    expect(await wrongAnswers(null, requests, [401])).toEqual([]);
  });

  it.each([...ROLES])('stop the %s at every route of others', async (role) => {
    const closed = routes().filter((route) => !isFor(route, role) && !route.isWebSocket);
    const requests = closed.map((route) => ({
      asked: requestFor(route, world.places.home),
      what: 'everything right but the role',
    }));

    expect(await wrongAnswers(world.people[role], requests, [403])).toEqual([]);
  });

  it.each([...ROLES])(
    'answer the %s as if nothing existed in a foreign agency, creditor or administration',
    async (role) => {
      const person = world.people[role];
      const requests = routes().flatMap((route) =>
        foreignRequests(route, world.places, person.user),
      );

      expect(await wrongAnswers(person, requests, [401, 403, 404])).toEqual([]);
    },
    300_000,
  );

  it('let somebody of the agency see what is their own, so that the above means something', async () => {
    const readable = routes().filter(
      (route) =>
        route.method === 'GET' && idSpots(route).length > 0 && isFor(route, 'agency-employee'),
    );
    const requests = readable.map((route) => ({
      asked: requestFor(route, world.places.home),
      what: 'everything right',
    }));

    expect(await wrongAnswers(world.people['agency-employee'], requests, [200])).toEqual([]);
  });

  it('show nothing of others in a list', async () => {
    const lists = routes().filter(
      ({ method, url }) => method === 'GET' && url.startsWith('/api/') && !url.includes(':'),
    );
    const { home, ...others } = world.places;
    for (const role of ROLES) {
      const { user } = world.people[role];
      for (const route of lists.filter((one) => isFor(one, role) && !one.isWebSocket)) {
        const { body } = await world.ask(world.people[role], requestFor(route, home));
        for (const place of Object.values(others)) {
          const foreign = foreignIds(user, place);
          const seen = foreign.filter((id) => body.includes(id));
          expect(seen, `${nameOf(route)} shows the ${role} ids of the ${place.name}`).toEqual([]);
        }
      }
    }
  });
});

/** Ids at that place which this user must not meet anywhere; what both places share is not among them. */
function foreignIds(user: Person['user'], place: AccessWorld['places']['home']): string[] {
  const own = new Set(world.places.home.ids.values());
  return maySee(user, place) ? [] : [...place.ids.values()].filter((id) => !own.has(id));
}
