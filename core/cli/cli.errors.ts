import { DomainError } from '@inning/sdk';

/** The command was written wrongly: exit code 2. */
export class UsageError extends DomainError {
  readonly code = 'WRONG_USAGE';
  readonly status = 400;
}

/** There is no database to work on: exit code 3. */
export class DatabaseMissingError extends DomainError {
  readonly code = 'DATABASE_MISSING';
  readonly status = 404;

  constructor(dataDir: string) {
    super(
      `There is no database in ${dataDir} yet. Run \`npm start\` once, or set MONGODB_URI or INNING_DATA_DIR.`,
      { dataDir },
    );
  }
}

/** The database of MONGODB_URI does not answer: exit code 3. */
export class DatabaseUnreachableError extends DomainError {
  readonly code = 'DATABASE_UNREACHABLE';
  readonly status = 404;

  constructor(reason: string, options?: ErrorOptions) {
    super(`The database of MONGODB_URI cannot be reached: ${reason}`, {}, options);
  }
}

/** What the command names does not exist here: exit code 3. */
export class NotFoundHereError extends DomainError {
  readonly code = 'NOT_FOUND_HERE';
  readonly status = 404;
}
