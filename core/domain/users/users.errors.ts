import { DomainError } from '@inning/sdk';

/** Says nothing about which of the two was wrong. */
export class SignInRefusedError extends DomainError {
  readonly code = 'SIGN_IN_REFUSED';
  readonly status = 401;

  constructor() {
    super('This e-mail address and password do not belong together.');
  }
}

/** Guessing passwords is stopped; the person waits. */
export class TooManySignInsError extends DomainError {
  readonly code = 'TOO_MANY_SIGN_INS';
  readonly status = 429;

  constructor(retryAfterSeconds: number) {
    super('There were too many attempts to sign in. Wait a while and try again.', {
      retryAfterSeconds,
    });
  }
}

export class UserExistsError extends DomainError {
  readonly code = 'USER_EXISTS';
  readonly status = 409;

  constructor() {
    super('Somebody already signs in with this e-mail address.');
  }
}

export class UserNotFoundError extends DomainError {
  readonly code = 'USER_NOT_FOUND';
  readonly status = 404;

  constructor(userId: string) {
    super('This user does not exist.', { userId });
  }
}

export class PasswordTooWeakError extends DomainError {
  readonly code = 'PASSWORD_TOO_WEAK';
  readonly status = 400;

  constructor(minimumLength: number, maximumLength: number) {
    super(`A password has ${minimumLength} to ${maximumLength} characters.`, {
      field: 'password',
      minimumLength,
      maximumLength,
    });
  }
}

/** A role needs an agency, creditors or administrations that were not given, or gets too many. */
export class UserReachError extends DomainError {
  readonly code = 'USER_REACH_INVALID';
  readonly status = 400;

  constructor(role: string, field: 'agencyId' | 'creditorIds' | 'administrationIds') {
    super(`What a user with role ${role} may see is not right: look at ${field}.`, { role, field });
  }
}
