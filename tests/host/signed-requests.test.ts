import { createHash, generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  TEST_CLIENT_CERTIFICATE,
  TEST_CLIENT_KEY,
} from '../../core/outbound/testing/certificates.ts';
import type { SeenRequest } from '../../core/outbound/testing/loopback-server.ts';
import { lettersPlugin } from './letters-plugin.ts';
import { withOutside } from './outside.ts';

const { agency, administration, url, arrived, hostWith, enter, ask } = withOutside();

/** As the other side reads it: by the certificate that came along, over the headers that came. */
function readSignature({ method, path, headers, body }: SeenRequest) {
  const certificate = new X509Certificate(
    Buffer.from(String(headers['tpp-signature-certificate']), 'base64'),
  );
  const fields = Object.fromEntries(
    [...String(headers['signature']).matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
  const target = `${method.toLowerCase()} ${path}`;
  const text = String(fields['headers'])
    .split(' ')
    .map((name) => `${name}: ${name === '(request-target)' ? target : String(headers[name])}`)
    .join('\n');
  const digest = createHash('sha512').update(body).digest('base64');
  const proof = Buffer.from(String(fields['signature']), 'base64');
  return {
    isTrue:
      verify('sha512', Buffer.from(text), certificate.publicKey, proof) &&
      headers['digest'] === `SHA-512=${digest}` &&
      String(fields['keyId']).startsWith(`SN=${certificate.serialNumber},CA=`) &&
      Math.abs(Date.now() - Date.parse(String(headers['date']))) < 600_000,
    signed: fields['headers'],
    digestOf: body,
  };
}

describe('a credential that signs', () => {
  it('signs what is sent, so that its certificate proves it', async () => {
    const its = hostWith([lettersPlugin(['seal', 'key'])]);
    const seal = { certificate: TEST_CLIENT_CERTIFICATE, key: TEST_CLIENT_KEY };
    await enter(its, agency, { seal, key: { key: 'canary-key' } });
    const headers = { 'x-request-id': 'r-1', 'content-type': 'application/json' };
    const body = '{"to":"J. Jansen"}';

    await ask(its, 'seal', { method: 'POST', headers, body, url: `${url}?page=2` });
    await its.toolsFor('post-letters', administration).http.request({
      url,
      credential: ['seal', 'key'],
    });

    const shown = arrived().map(readSignature);
    expect(shown).toEqual([
      { isTrue: true, signed: '(request-target) date digest x-request-id', digestOf: body },
      { isTrue: true, signed: '(request-target) date digest', digestOf: '' },
    ]);
    expect(arrived()[1]?.headers['x-api-key']).toBe('Key canary-key');
  });

  it('whose key is not that of its certificate signs nothing', async () => {
    const its = hostWith([lettersPlugin(['seal'])]);
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    await enter(its, agency, { seal: { certificate: TEST_CLIENT_CERTIFICATE, key: privateKey } });

    await expect(ask(its, 'seal')).rejects.toMatchObject({ code: 'CREDENTIAL_MISSING' });
    expect(arrived()).toEqual([]);
  });
});
