export { users, type User } from './user.model.ts';
export {
  createUsersService,
  type KnownUser,
  type NewUser,
  type UsersService,
} from './users.service.ts';
export { createNoticeWishes, type NoticeWishes } from './notices/notice-wishes.ts';
export { noticeWishRoutes } from './notices/notice-wishes.routes.ts';
export { createWhoHearsOfPaid, type WhoHearsOfPaid } from './notices/who-hears-of-paid.ts';
export { colleagueRoutes } from './colleagues.routes.ts';
export { NOBODY, scopeOf } from './user-view.ts';
export * from './users.errors.ts';
export { createSessionsService, type SessionsService } from './sessions/sessions.service.ts';
export { createSignInLimit, type SignInLimit } from './sessions/sign-in-limit.ts';
export { sessionRoutes } from './sessions/session.routes.ts';

import { signInAttempts } from './sessions/sign-in-attempt.model.ts';
import { sessions } from './sessions/session.model.ts';
import { users } from './user.model.ts';

/** Every collection of this room, for whoever makes the indexes. */
export const userTables = [users, sessions, signInAttempts] as const;
