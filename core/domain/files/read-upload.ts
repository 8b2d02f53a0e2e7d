import type { InputFile } from '@inning/sdk';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { UploadTooLargeError } from './files.errors.ts';

/** The media type is what the sender says it is. */
export type UploadedFile = InputFile & { readonly mediaType: string };
export type Upload = {
  readonly files: readonly UploadedFile[];
  /** The other fields of the form, by name. */
  readonly fields: ReadonlyMap<string, string>;
};

/** What a form is more than its files: names, fields and the lines between them. */
const AROUND_FILES = 1_048_576;

/** Everything a form with files brings. Throws `UploadTooLargeError` for more than the server takes. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const { uploadLimitBytes: limit } = request.server;
  // Said at once where it is told beforehand, so that nobody waits for the end of a hopeless upload.
  if (Number(request.headers['content-length']) > limit + AROUND_FILES) {
    throw new UploadTooLargeError(limit);
  }
  const files: UploadedFile[] = [];
  const fields = new Map<string, string>();
  let left = limit;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await bytesOf(part, { left, limit });
      left -= bytes.length;
      files.push({ name: part.filename, mediaType: part.mimetype, bytes });
    } else if (typeof part.value === 'string') fields.set(part.fieldname, part.value);
  }
  return { files, fields };
}

async function bytesOf(
  { file }: MultipartFile,
  { left, limit }: { readonly left: number; readonly limit: number },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > left) throw new UploadTooLargeError(limit);
    chunks.push(chunk);
  }
  // The form itself stops at the limit.
  if (file.truncated) throw new UploadTooLargeError(limit);
  return Buffer.concat(chunks, size);
}
