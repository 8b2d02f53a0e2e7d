import type { InputFile } from '@inning/sdk';
import type { FastifyRequest } from 'fastify';

export type Upload = {
  readonly files: readonly InputFile[];
  /** The other fields of the form, by name. */
  readonly fields: ReadonlyMap<string, string>;
};

/** Everything a form with files brings; the server limits how much that can be. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const files: InputFile[] = [];
  const fields = new Map<string, string>();
  for await (const part of request.parts()) {
    if (part.type === 'file') files.push({ name: part.filename, bytes: await part.toBuffer() });
    else if (typeof part.value === 'string') fields.set(part.fieldname, part.value);
  }
  return { files, fields };
}
