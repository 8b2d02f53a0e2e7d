import { HttpUnavailableError } from '@inning/sdk';
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

export const MOST_ANSWER_BYTES = 5_242_880;

/** Asked for or not, some servers compress. Unpacked it may not be larger either. */
const UNPACK: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  gzip: limited(gunzip),
  'x-gzip': limited(gunzip),
  deflate: limited(inflate),
  br: limited(brotliDecompress),
};

type Unpack = (
  bytes: Buffer,
  options: { maxOutputLength: number },
  done: (error: Error | null, result: Buffer) => void,
) => void;

function limited(unpack: Unpack): (bytes: Buffer) => Promise<Buffer> {
  return (bytes) => promisify(unpack)(bytes, { maxOutputLength: MOST_ANSWER_BYTES });
}

/** The whole body. Throws HttpUnavailableError when it is larger than 5 MB; reads no further than that. */
export async function readAnswerBody(
  body: Readable,
  { host, headers }: { readonly host: string; readonly headers: IncomingHttpHeaders },
): Promise<Buffer> {
  const tooLarge = () =>
    new HttpUnavailableError(`${host} answered more than 5 MB.`, { host, reason: 'TOO_LARGE' });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += (chunk as Buffer).length;
    if (size > MOST_ANSWER_BYTES) {
      body.destroy();
      throw tooLarge();
    }
    chunks.push(chunk as Buffer);
  }
  const bytes = Buffer.concat(chunks);
  const unpack = UNPACK[String(headers['content-encoding'] ?? '').toLowerCase()];
  if (!unpack || size === 0) return bytes;
  try {
    return await unpack(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw new HttpUnavailableError(`${host} answered something that cannot be unpacked.`, { host });
  }
}

/** Names in lower case already; several of one name become one line. */
export function answerHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || name === 'content-encoding'
        ? []
        : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
