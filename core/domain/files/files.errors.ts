import { DomainError } from '@inning/sdk';

export class FileNotFoundError extends DomainError {
  readonly code = 'FILE_NOT_FOUND';
  readonly status = 404;

  constructor(fileId: string) {
    super('There is no such file.', { fileId });
  }
}

/** None of the readers that are switched on knows the file. */
export class FileFormatUnknownError extends DomainError {
  readonly code = 'FILE_FORMAT_UNKNOWN';
  readonly status = 422;

  constructor(file: string) {
    super(`${file}: this is not a file that can be read here.`, { file });
  }
}
