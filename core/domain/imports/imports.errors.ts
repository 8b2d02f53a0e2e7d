import { DomainError } from '@inning/sdk';

export class ImportNotFoundError extends DomainError {
  readonly code = 'IMPORT_NOT_FOUND';
  readonly status = 404;

  constructor(importId: string) {
    super('There is no such import.', { importId });
  }
}

export class NoFilesError extends DomainError {
  readonly code = 'NO_FILES';
  readonly status = 422;

  constructor() {
    super('Choose at least one file to read.');
  }
}

/** Another process commits the same import and is further; it goes on by itself. */
export class ImportMovedOnError extends DomainError {
  readonly code = 'IMPORT_MOVED_ON';
  readonly status = 409;
  override readonly retryable = true;

  constructor(importId: string) {
    super('This import is being committed elsewhere.', { importId });
  }
}
