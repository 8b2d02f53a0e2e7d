import { DomainError } from '@inning/sdk';
import type { Id } from '../../store/index.ts';
import { toId } from '../routing/index.ts';
import type { Upload } from './read-upload.ts';

/** A field beside the files is missing or cannot be read. */
export class UploadFieldError extends DomainError {
  readonly code = 'UPLOAD_FIELD_INVALID';
  readonly status = 400;

  constructor(field: string, problem: string) {
    super(`${field}: ${problem}`, { field });
  }
}

/** An id in a field that may be left out. Throws `UploadFieldError` when it is there and is no id. */
export function optionalId(upload: Upload, field: string): Id | null {
  return upload.fields.has(field) ? requireId(upload, field) : null;
}

/** An id in a field of the form. Throws `UploadFieldError`. */
export function requireId(upload: Upload, field: string): Id {
  const text = upload.fields.get(field) ?? '';
  if (!/^[0-9a-f]{24}$/.test(text)) throw new UploadFieldError(field, 'give an id here.');
  return toId(text);
}
