import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { administrations } from '../administrations/index.ts';
import { creditors } from '../creditors/index.ts';
import { type Id, newId, openStore, type Store, systemScope } from '../../store/index.ts';
import { toId } from '../routing/index.ts';
import { createUsersService, NOBODY, scopeOf, type NewUser, type UsersService } from './index.ts';

const database = testDatabase();
const [agencyId, otherAgencyId] = [newId(), newId()];
let store: Store;
let service: UsersService;
let creditorId: Id;
let administrationId: Id;
let foreignCreditorId: Id;

beforeAll(async () => {
  store = await openStore(database.uri);
  service = createUsersService({ store, clock: { now: () => new Date('2026-03-01') } });
  const scope = systemScope('test');
  const addCreditor = async (owner: Id) =>
    (await store.table(creditors).in(scope).insert({ agencyId: owner, name: 'C', number: '1' }))
      ._id;
  creditorId = await addCreditor(agencyId);
  foreignCreditorId = await addCreditor(otherAgencyId);
  const books = { agencyId, creditorId, name: 'A', number: '1' };
  administrationId = (await store.table(administrations).in(scope).insert(books))._id;
  await store.ensureIndexes();
});
afterAll(() => store.close());

let count = 0;
const person = (special: Partial<NewUser>): NewUser => ({
  email: `person-${(count += 1)}@example.nl`,
  name: 'Person',
  role: 'agency-employee',
  agencyId,
  password: 'a long password',
  ...special,
});

describe('users', () => {
  it('gives each role its reach: agency, creditors, or administrations with their creditors', async () => {
    const employee = await service.create(person({}));
    const atCreditor = await service.create(
      person({ role: 'creditor-employee', creditorIds: [creditorId] }),
    );
    const manager = await service.create(
      person({ role: 'debtor-manager', administrationIds: [administrationId] }),
    );
    const operator = await service.create(person({ role: 'operator', agencyId: null }));

    expect(scopeOf(employee)).toMatchObject({ creditorIds: 'all', administrationIds: 'all' });
    expect(scopeOf(atCreditor)).toMatchObject({
      creditorIds: [creditorId],
      administrationIds: 'all',
    });
    expect(scopeOf(manager)).toMatchObject({
      creditorIds: [creditorId],
      administrationIds: [administrationId],
    });
    expect(scopeOf(operator)).toBe(NOBODY);
    expect(scopeOf(null)).toBe(NOBODY);
  });

  it.each<[string, () => Partial<NewUser>]>([
    ['agencyId', () => ({ agencyId: null })],
    ['agencyId', () => ({ role: 'operator' })],
    ['creditorIds', () => ({ role: 'creditor-administrator' })],
    ['creditorIds', () => ({ role: 'creditor-employee', creditorIds: [foreignCreditorId] })],
    ['administrationIds', () => ({ role: 'read-only', creditorIds: [creditorId] })],
    ['administrationIds', () => ({ role: 'debtor-manager', administrationIds: [newId()] })],
  ])('refuses a reach that does not fit the role, by %s', async (field, special) => {
    await expect(service.create(person(special()))).rejects.toMatchObject({
      code: 'USER_REACH_INVALID',
      details: { field },
    });
  });

  it('refuses an address that is taken, in whatever case, and a short password', async () => {
    await service.create(person({ email: 'Taken@Example.nl' }));

    await expect(service.create(person({ email: 'taken@example.NL ' }))).rejects.toThrow('already');
    await expect(service.create(person({ password: 'short' }))).rejects.toThrow('10 to 200');
  });

  it('knows a person by address and password, until they are blocked', async () => {
    const { id } = await service.create(person({ email: 'kees@example.nl', locale: 'de' }));

    const known = await service.verify(' Kees@example.nl', 'a long password');
    const wrong = await service.verify('kees@example.nl', 'another password');
    await service.block(toId(id));

    expect(known).toMatchObject({ user: { id }, locale: 'de' });
    expect(wrong).toBeNull();
    expect(await service.verify('kees@example.nl', 'a long password')).toBeNull();
    expect(await service.byId(toId(id))).toBeNull();
  });

  it('takes about as long for an address that nobody has as for a wrong password', async () => {
    await service.create(person({ email: 'timed@example.nl' }));
    const times: Record<string, number[]> = { 'timed@example.nl': [], 'nobody@example.nl': [] };
    for (let round = 0; round < 9; round += 1) {
      for (const [email, measured] of Object.entries(times)) {
        const start = performance.now();
        await service.verify(email, 'not the password');
        measured.push(performance.now() - start);
      }
    }
    const [known = 0, unknown = 0] = Object.values(times).map(
      (measured) => measured.sort((a, b) => a - b)[4] ?? 0,
    );

    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });

  it('finds colleagues only within the same agency', async () => {
    const colleague = await service.create(person({}));
    const foreigner = await service.create(person({ agencyId: otherAgencyId }));
    const scope = scopeOf(colleague);

    expect(await service.inScope(scope, toId(colleague.id))).toMatchObject({ id: colleague.id });
    expect(await service.inScope(scope, toId(foreigner.id))).toBeNull();
  });

  it('changes a password and a name', async () => {
    const { id } = await service.create(person({ email: 'new@example.nl' }));

    await service.setPassword(toId(id), 'quite another one');
    const changed = await service.change(toId(id), { name: 'New name' });

    expect(changed.name).toBe('New name');
    expect(await service.verify('new@example.nl', 'a long password')).toBeNull();
    expect(await service.verify('new@example.nl', 'quite another one')).not.toBeNull();
  });
});
