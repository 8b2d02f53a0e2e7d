import { DomainError } from '@inning/sdk';

export class FileNotFoundError extends DomainError {
  readonly code = 'FILE_NOT_FOUND';
  readonly status = 404;

  constructor(fileId: string) {
    super('There is no such file.', { fileId });
  }
}
