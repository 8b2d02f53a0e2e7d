import { type RequestUser, type Role, ROLES } from '@inning/sdk';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { createUsersService, type NewUser } from '../../core/domain/users/index.ts';
import { toId } from '../../core/domain/routing/index.ts';
import type { Store } from '../../core/store/index.ts';
import { type Places, seedPlaces } from '../access/world/places.ts';
import { seedPlugins } from '../access/world/plugin-rows.ts';
import { type AppUnderTest, startApp } from '../access/world/start-app.ts';

export const PASSWORD = 'a password for tests';

export type Person = {
  readonly email: string;
  readonly user: RequestUser;
  readonly cookie: string;
  readonly csrfToken: string;
};
export type Asked = {
  readonly method: string;
  readonly url: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly payload?: InjectOptions['payload'];
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * The whole application with two agencies, three creditors, four administrations, one row of every noun
 * in each, and one user per role at `home`.
 */
export type AccessWorld = {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly places: Places;
  readonly people: Readonly<Record<Role, Person>>;
  /** As that person, with cookie and token; null is a stranger. */
  ask(person: Person | null, asked: Asked): Promise<LightMyRequestResponse>;
  signIn(email: string, password?: string): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
};

export async function openAccessWorld(uri: string): Promise<AccessWorld> {
  const under = await startApp(uri);
  const { app, store } = under;
  const places = await seedPlaces(store);
  await seedPlugins(under.registries, places);
  await seedColleague(under, places);
  const people = {} as Record<Role, Person>;
  for (const role of ROLES) people[role] = await seedPerson(under, role, places);

  const [signIn, ask] = [signInTo(app), askWith(app)];
  return { app, store, places, people, signIn, ask, close: under.close };
}

/** Each request of a person comes from another address, so that the general limit stays out of it. */
function askWith(app: FastifyInstance): AccessWorld['ask'] {
  let count = 0;
  const nextAddress = () => `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${(count += 1) & 255}`;
  return (person, { method, url, query, payload, headers }) =>
    app.inject({
      method: method as 'GET',
      url,
      remoteAddress: person ? nextAddress() : '127.0.0.1',
      ...(query ? { query } : {}),
      ...(payload === undefined ? {} : { payload }),
      headers: {
        ...(person ? { cookie: person.cookie, 'x-csrf-token': person.csrfToken } : {}),
        ...headers,
      },
    });
}

async function seedPerson(
  { store, clock, app }: AppUnderTest,
  role: Role,
  { home }: Places,
): Promise<Person> {
  const service = createUsersService({ store, clock });
  const email = `${role}@example.nl`;
  const wanted: NewUser = {
    email,
    name: `The ${role}`,
    role,
    agencyId: role === 'operator' ? null : toId(home.agencyId),
    creditorIds: [toId(home.creditorId)],
    administrationIds: [toId(home.administrationId)],
    password: PASSWORD,
  };
  const user = await service.create(wanted);
  const answer = await signInTo(app)(email);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return { email, user, cookie, csrfToken: answer.json().csrfToken };
}

const signInTo =
  (app: FastifyInstance): AccessWorld['signIn'] =>
  (email, password = PASSWORD) =>
    app.inject({ method: 'POST', url: '/api/session', payload: { email, password } });

/** Somebody of the other agency, for whoever tries to give them work. */
async function seedColleague({ store, clock }: AppUnderTest, { otherAgency, home }: Places) {
  const service = createUsersService({ store, clock });
  for (const place of [otherAgency, home]) {
    const { id } = await service.create({
      email: `colleague-${place.agencyId}@example.nl`,
      name: 'A colleague',
      role: 'agency-employee',
      agencyId: toId(place.agencyId),
      password: PASSWORD,
    });
    place.ids.set('users', id);
  }
}
