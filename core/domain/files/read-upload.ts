import type { InputFile } from '@inning/sdk';
import type { FastifyRequest } from 'fastify';

/** The media type is what the sender says it is. */
export type UploadedFile = InputFile & { readonly mediaType: string };
export type Upload = {
  readonly files: readonly UploadedFile[];
  /** The other fields of the form, by name. */
  readonly fields: ReadonlyMap<string, string>;
};

/** Everything a form with files brings; the server limits how much that can be. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const files: UploadedFile[] = [];
  const fields = new Map<string, string>();
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      files.push({ name: part.filename, mediaType: part.mimetype, bytes });
    } else if (typeof part.value === 'string') fields.set(part.fieldname, part.value);
  }
  return { files, fields };
}
