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

/** A JSON object of texts in a field that may be left out. Throws `UploadFieldError`. */
export function textsIn(upload: Upload, field: string): Record<string, string> {
  const text = upload.fields.get(field);
  if (text === undefined || text.trim() === '') return {};
  const problem = 'give a JSON object of texts, such as {"number":"Factuur"}.';
  let texts: unknown;
  try {
    texts = JSON.parse(text);
  } catch {
    throw new UploadFieldError(field, problem);
  }
  const isObject = typeof texts === 'object' && texts !== null && !Array.isArray(texts);
  const entries = isObject ? Object.entries(texts as object) : [];
  if (!isObject || entries.some(([, one]) => typeof one !== 'string')) {
    throw new UploadFieldError(field, problem);
  }
  return Object.fromEntries(entries) as Record<string, string>;
}

/** One of a few words in a field that may be left out. Throws `UploadFieldError`. */
export function choiceIn<Choice extends string>(
  upload: Upload,
  field: string,
  choices: readonly Choice[],
): Choice | null {
  const text = upload.fields.get(field);
  if (text === undefined || text === '') return null;
  const found = choices.find((one) => one === text);
  if (found === undefined) throw new UploadFieldError(field, `give one of ${choices.join(', ')}.`);
  return found;
}
