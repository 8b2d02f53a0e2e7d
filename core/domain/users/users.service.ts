import { AGENCY_STAFF, type Clock, type Locale, type RequestUser, type Role } from '@inning/sdk';
import {
  type Id,
  isDuplicateKey,
  newId,
  type Scope,
  type Store,
  systemScope,
} from '../../store/index.ts';
import { checkReach } from './check-reach.ts';
import { hashPassword, isPasswordOf } from './password-hash.ts';
import { type User, users } from './user.model.ts';
import { toRequestUser } from './user-view.ts';
import { PasswordTooWeakError, UserExistsError, UserNotFoundError } from './users.errors.ts';

export type NewUser = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly agencyId: Id | null;
  /** For `creditor-*`; for those limited to administrations it follows from these. */
  readonly creditorIds?: readonly Id[];
  readonly administrationIds?: readonly Id[];
  readonly locale?: Locale;
  readonly password: string;
};
export type UserChange = Partial<Pick<User, 'name' | 'locale' | 'email'>>;
export type KnownUser = { readonly user: RequestUser; readonly locale: Locale };
export type UsersService = ReturnType<typeof createUsersService>;

const PASSWORD_LENGTH = { minimum: 10, maximum: 200 } as const;

export function createUsersService(deps: { store: Store; clock: Clock }) {
  const table = deps.store.table(users).in(systemScope('users exist beside the tenant tree'));
  // Guessed at when nobody has the address, so that the answer takes as long as for a real user.
  const decoy = hashPassword('nobody signs in with this');

  return {
    /** Throws when the address is taken, the password too short or the reach does not fit the role. */
    async create(wanted: NewUser): Promise<RequestUser> {
      checkPassword(wanted.password);
      const reach = await checkReach(deps.store, wanted);
      const { email, name, role, agencyId, locale, password } = wanted;
      const passwordHash = await hashPassword(password);
      try {
        const row = { _id: newId(), email, name, role, agencyId, ...reach, passwordHash };
        return toRequestUser(await table.insert(locale ? { ...row, locale } : row));
      } catch (error) {
        throw isDuplicateKey(error) ? new UserExistsError() : error;
      }
    },

    /** Null when the two do not belong together or the user is blocked; takes equally long each way. */
    async verify(email: string, password: string): Promise<KnownUser | null> {
      const found = await table.findOne({ email: email.trim().toLowerCase() });
      const isRight = await isPasswordOf(found?.passwordHash ?? (await decoy), password);
      return found && isRight && found.blockedAt === null ? known(found) : null;
    },

    /** Null when there is no such user any more, or they are blocked. */
    async byId(id: Id): Promise<KnownUser | null> {
      const found = await table.findOne({ _id: id, blockedAt: null });
      return found && known(found);
    },

    /** A colleague within the scope, for instance to give a task to; null for anybody else. */
    async inScope(scope: Scope, id: Id): Promise<RequestUser | null> {
      if (scope.kind === 'system') return (await this.byId(id))?.user ?? null;
      const found = await table.findOne({ _id: id, agencyId: scope.agencyId, blockedAt: null });
      return found && toRequestUser(found);
    },

    /** Everybody who works on something that the scope sees: agency staff, and who shares its books. */
    async colleagues(scope: Scope): Promise<RequestUser[]> {
      if (scope.kind === 'system') return [];
      const { agencyId } = scope;
      const rows = await table.find({ agencyId, blockedAt: null }, { sort: { name: 1 } });
      return rows.filter((row) => sharesWith(scope, row)).map(toRequestUser);
    },

    async change(id: Id, change: UserChange): Promise<RequestUser> {
      const email = change.email?.trim().toLowerCase();
      const set = email === undefined ? change : { ...change, email };
      try {
        return found(id, await table.change({ _id: id }, { $set: set }));
      } catch (error) {
        throw isDuplicateKey(error) ? new UserExistsError() : error;
      }
    },

    /** The caller ends the sessions of this user: a new password closes every door. */
    async setPassword(id: Id, password: string): Promise<void> {
      checkPassword(password);
      const passwordHash = await hashPassword(password);
      found(id, await table.change({ _id: id }, { $set: { passwordHash } }));
    },

    /** From now on nobody signs in as this user; sessions that are open stop at their next request. */
    async block(id: Id): Promise<void> {
      found(id, await table.change({ _id: id }, { $set: { blockedAt: deps.clock.now() } }));
    },
  };
}

function sharesWith(scope: Extract<Scope, { kind: 'tenant' }>, user: User): boolean {
  if (AGENCY_STAFF.includes(user.role)) return true;
  const { creditorIds, administrationIds } = scope;
  const overlap = (seen: 'all' | readonly Id[], own: readonly Id[]) =>
    seen === 'all' || own.some((id) => seen.some((one) => one.equals(id)));
  // Whoever is limited to administrations has those; a whole creditor includes all of its own.
  return user.administrationIds.length > 0 && administrationIds !== 'all'
    ? overlap(administrationIds, user.administrationIds)
    : overlap(creditorIds, user.creditorIds);
}

const known = (user: User): KnownUser => ({ user: toRequestUser(user), locale: user.locale });

function found(id: Id, user: User | null): RequestUser {
  if (user === null) throw new UserNotFoundError(id.toHexString());
  return toRequestUser(user);
}

function checkPassword(password: string): void {
  const { minimum, maximum } = PASSWORD_LENGTH;
  const length = [...password].length;
  if (length < minimum || length > maximum) throw new PasswordTooWeakError(minimum, maximum);
}
