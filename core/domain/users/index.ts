export { users, type User } from './user.model.ts';
export {
  createUsersService,
  type KnownUser,
  type NewUser,
  type UsersService,
} from './users.service.ts';
export { NOBODY, scopeOf } from './user-view.ts';
export * from './users.errors.ts';
export { createSessionsService, type SessionsService } from './sessions/sessions.service.ts';
export { createSignInLimit, type SignInLimit } from './sessions/sign-in-limit.ts';
export { sessionRoutes } from './sessions/session.routes.ts';
