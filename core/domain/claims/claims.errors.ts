import { DomainError } from '@inning/sdk';

/** No plugin brings the law of this country, so that nothing can be computed. */
export class CountryUnknownError extends DomainError {
  readonly code = 'COUNTRY_UNKNOWN';
  readonly status = 422;

  constructor(country: string) {
    super(`No plugin that is on knows the law of ${country}.`, { country });
  }
}

/** There is no such announcement of costs on this debtor. */
export class AnnouncementNotFoundError extends DomainError {
  readonly code = 'ANNOUNCEMENT_NOT_FOUND';
  readonly status = 404;

  constructor(announcementId: string) {
    super('There is no such announcement of costs.', { announcementId });
  }
}

/** Nothing that is overdue could be announced: it is paid, disputed, or announced before. */
export class NothingToAnnounceError extends DomainError {
  readonly code = 'NOTHING_TO_ANNOUNCE';
  readonly status = 409;

  constructor() {
    super('No overdue invoice of this debtor can be announced.');
  }
}

/** A letter cannot have been sent, received or returned on a day that has not come. */
export class DayToComeError extends DomainError {
  readonly code = 'DAY_TO_COME';
  readonly status = 422;

  constructor(field: string, on: string) {
    super(`${on} has not come yet.`, { field, on });
  }
}

/** Less of it is open than would be waived. */
export class WaivesTooMuchError extends DomainError {
  readonly code = 'WAIVES_TOO_MUCH';
  readonly status = 409;

  constructor(part: string, openCents: number) {
    super(`Only ${openCents} cents of ${part} are open.`, { part, openCents });
  }
}
