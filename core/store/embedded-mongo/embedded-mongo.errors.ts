import { DomainError } from '@inning/sdk';

/** There is no MongoDB server program to run. */
export class MongodMissingError extends DomainError {
  readonly code = 'MONGOD_MISSING';
  readonly status = 500;

  constructor() {
    super(
      'No MongoDB server program was found. Run `npm start` once, which brings one, or set ' +
        'MONGODB_URI to a replica set, or MONGOMS_SYSTEM_BINARY to a mongod on this machine.',
    );
  }
}

/** Another Inning works on the same data; two on one folder would spoil it. */
export class EmbeddedMongoInUseError extends DomainError {
  readonly code = 'EMBEDDED_MONGO_IN_USE';
  readonly status = 500;

  constructor(folder: string, ownerPid: number | null) {
    const owner = ownerPid === null ? 'Another process' : `Process ${ownerPid}`;
    super(
      `${owner} is already using the database in ${folder}. ` +
        'Stop it first, or choose another folder with INNING_DATA_DIR.',
      { folder, ownerPid },
    );
  }
}

/** The database did not come up; the message holds the last thing it said. */
export class EmbeddedMongoFailedError extends DomainError {
  readonly code = 'EMBEDDED_MONGO_FAILED';
  readonly status = 500;

  constructor(folder: string, reason: string, options?: ErrorOptions) {
    super(`The database in ${folder} did not start: ${reason}`, { folder }, options);
  }
}
