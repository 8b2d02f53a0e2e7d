import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Media types a browser may show in its own window; anything else is only saved. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'text/plain']);

/**
 * Sends a file that came from outside: what could carry script is never shown on our own address,
 * and the name can break neither the header nor the folder it is saved in.
 */
export function sendFile(
  reply: FastifyReply,
  file: { readonly name: string; readonly mediaType: string },
  content: Readable,
): FastifyReply {
  const isShown = SHOWN.has(file.mediaType);
  const name = encodeURIComponent(file.name.toWellFormed().replaceAll(/[/\\]/g, '_')).replaceAll(
    "'",
    '%27',
  );
  return reply
    .header('content-type', isShown ? file.mediaType : 'application/octet-stream')
    .header('content-disposition', `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(content);
}
