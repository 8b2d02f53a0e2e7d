import type { CalendarDate, Clock, RequestUser } from '@inning/sdk';
import { Types } from 'mongoose';
import { createHash, randomBytes } from 'node:crypto';
import { HOME_TIME_ZONE } from '../../../home.ts';
import { type Id, newId, type Store, systemScope } from '../../../store/index.ts';
import { dayAt } from '../../../time/index.ts';
import { agencies } from '../../agencies/index.ts';
import type { KnownUser, UsersService } from '../users.service.ts';
import { sessions } from './session.model.ts';

const HOUR_MS = 3_600_000;
/** A session ends after this long without a request, and in any case after MAX_AGE_MS. */
const IDLE_MS = 12 * HOUR_MS;
const MAX_AGE_MS = 7 * 24 * HOUR_MS;
/** Being seen again within this time is not written down: it would cost a write per request. */
const SEEN_STEP_MS = 10 * 60_000;

export type StartedSession = { readonly token: string; readonly expiresAt: Date };
export type OpenSession = KnownUser & {
  /** Set when the session was extended, so that the cookie can be as well. */
  readonly extendedTo: Date | null;
};
export type Surroundings = {
  readonly agency: { readonly name: string; readonly colour: string } | null;
  readonly today: CalendarDate;
};
export type SessionsService = ReturnType<typeof createSessionsService>;

export function createSessionsService(deps: { store: Store; clock: Clock; users: UsersService }) {
  const { clock } = deps;
  const table = deps.store.table(sessions).in(systemScope('a session says which scope there is'));

  return {
    /** Always a new, random token: one that was there before signing in is never taken over. */
    async start(userId: Id): Promise<StartedSession> {
      const now = clock.now();
      const token = randomBytes(32).toString('base64url');
      const expiresAt = new Date(now.getTime() + IDLE_MS);
      await table.deleteMany({ expiresAt: { $lte: now } });
      await table.insert({
        _id: newId(),
        tokenHash: hashToken(token),
        userId,
        startedAt: now,
        seenAt: now,
        expiresAt,
      });
      return { token, expiresAt };
    },

    /** Who this token belongs to, and makes the session last; null when it is not (or no longer) one. */
    async open(token: string): Promise<OpenSession | null> {
      const now = clock.now();
      const row = await table.findOne({ tokenHash: hashToken(token), expiresAt: { $gt: now } });
      if (row === null) return null;
      const known = await deps.users.byId(row.userId);
      if (known === null) return null;
      if (now.getTime() - row.seenAt.getTime() < SEEN_STEP_MS)
        return { ...known, extendedTo: null };

      const latest = row.startedAt.getTime() + MAX_AGE_MS;
      const expiresAt = new Date(Math.min(now.getTime() + IDLE_MS, latest));
      await table.updateOne({ _id: row._id }, { $set: { seenAt: now, expiresAt } });
      return { ...known, extendedTo: expiresAt };
    },

    /** Who this token belongs to, without making the session last: for a screen that is merely open. */
    async peek(token: string): Promise<KnownUser | null> {
      const live = { tokenHash: hashToken(token), expiresAt: { $gt: clock.now() } };
      const row = await table.findOne(live);
      return row === null ? null : deps.users.byId(row.userId);
    },

    /** What every screen starts with, besides the person. */
    async surroundings({ agencyId }: RequestUser): Promise<Surroundings> {
      const scope = systemScope('the agency of whoever is signed in');
      const own = deps.store.table(agencies).in(scope);
      const found = agencyId === null ? null : await own.byId(new Types.ObjectId(agencyId));
      return {
        agency: found && { name: found.name, colour: found.colour },
        today: dayAt(clock.now(), HOME_TIME_ZONE),
      };
    },

    async end(token: string): Promise<void> {
      await table.deleteMany({ tokenHash: hashToken(token) });
    },

    /** After a new password or a block: this user is signed out everywhere. */
    async endAllOf(userId: Id): Promise<void> {
      await table.deleteMany({ userId });
    },
  };
}

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');
