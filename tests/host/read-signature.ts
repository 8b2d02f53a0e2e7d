import { createHash, verify, X509Certificate } from 'node:crypto';
import type { SeenRequest } from '../../core/outbound/testing/loopback-server.ts';

const HASHES = {
  'rsa-sha256': ['sha256', 'SHA-256'],
  'rsa-sha512': ['sha512', 'SHA-512'],
} as const;

/**
 * A signed request as the other side reads it: by the certificate that came along, over the headers
 * that came. The signature stands in its own header, or is the authorization itself.
 */
export function readSignature({ method, path, headers, body }: SeenRequest) {
  const shown = Buffer.from(String(headers['tpp-signature-certificate']), 'base64');
  const certificate = new X509Certificate(shown);
  const signature = headers['signature'] ?? headers.authorization?.replace(/^Signature /, '');
  const fields = Object.fromEntries(
    [...String(signature).matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  const target = `${method.toLowerCase()} ${path}`;
  const text = String(fields['headers'])
    .split(' ')
    .map((name) => `${name}: ${name === '(request-target)' ? target : String(headers[name])}`)
    .join('\n');
  const [hash, name] = HASHES[fields['algorithm'] as keyof typeof HASHES];
  const digest = createHash(hash).update(body).digest('base64');
  const proof = Buffer.from(String(fields['signature']), 'base64');
  return {
    isTrue:
      verify(hash, Buffer.from(text), certificate.publicKey, proof) &&
      headers['digest'] === `${name}=${digest}` &&
      Math.abs(Date.now() - Date.parse(String(headers['date']))) < 600_000,
    keyId: String(fields['keyId']),
    serialNumber: certificate.serialNumber,
    signed: fields['headers'],
    digestOf: body,
  };
}
