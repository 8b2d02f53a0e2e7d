import { base64ToBytes, bytesToBase64, textToBytes } from './bytes.ts';
import type { QueryValue } from './query.ts';

export type FormFile = {
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
};

/**
 * A body of `multipart/form-data` (RFC 7578): fields first, then files. The same input always gives
 * the same body, so that a request that is repeated is the same request.
 */
export function toMultipart(
  fields: Readonly<Record<string, QueryValue>>,
  files: readonly FormFile[],
): { readonly contentType: string; readonly bodyBase64: string } {
  const parts = [
    ...Object.entries(fields)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => ({ head: `name=${quote(name)}`, body: textToBytes(String(value)) })),
    ...files.map(({ field, name, mediaType, base64 }) => ({
      head: `name=${quote(field)}; filename=${quote(name)}\r\nContent-Type: ${oneLine(mediaType)}`,
      body: base64ToBytes(base64),
    })),
  ];
  const boundary = unusedBoundary(parts.map(({ body }) => body));
  const pieces = parts.flatMap(({ head, body }) => [
    textToBytes(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    body,
    textToBytes('\r\n'),
  ]);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bodyBase64: bytesToBase64(joined([...pieces, textToBytes(`--${boundary}--\r\n`)])),
  };
}

/** As browsers do it: quotes and line breaks are written so that no name can end the header. */
const quote = (text: string) =>
  `"${text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}"`;
const oneLine = (text: string) => text.replace(/[\r\n]/g, ' ');

function unusedBoundary(bodies: readonly Uint8Array[]): string {
  // Latin-1: every byte is one sign, and what is looked for is ASCII.
  const text = bodies.map((body) => Array.from(body, (byte) => String.fromCharCode(byte)).join(''));
  for (let number = 0; ; number += 1) {
    const boundary = `inning-form-${number}`;
    if (!text.some((body) => body.includes(boundary))) return boundary;
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
