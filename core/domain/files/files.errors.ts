import { DomainError } from '@inning/sdk';

export class FileNotFoundError extends DomainError {
  readonly code = 'FILE_NOT_FOUND';
  readonly status = 404;

  constructor(fileId: string) {
    super('There is no such file.', { fileId });
  }
}

const MEGABYTE = 1_048_576;

/** The files of one request are together more than the server takes. */
export class UploadTooLargeError extends DomainError {
  readonly code = 'UPLOAD_TOO_LARGE';
  readonly status = 413;

  constructor(limitBytes: number) {
    const limitMb = Math.floor(limitBytes / MEGABYTE);
    const what = 'Hand them in one by one, or use files of shorter periods.';
    super(`These files are together larger than ${limitMb} MB. ${what}`, { limitMb });
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
