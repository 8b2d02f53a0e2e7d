import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  TEST_CLIENT_CERTIFICATE,
  TEST_CLIENT_KEY,
} from '../../core/outbound/testing/certificates.ts';
import { lettersPlugin } from './letters-plugin.ts';
import { withOutside } from './outside.ts';
import { readSignature } from './read-signature.ts';

const { agency, administration, url, arrived, hostWith, enter, ask } = withOutside();

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
    expect(shown).toMatchObject([
      { isTrue: true, signed: '(request-target) date digest x-request-id', digestOf: body },
      { isTrue: true, signed: '(request-target) date digest', digestOf: '' },
    ]);
    for (const { keyId, serialNumber } of shown) {
      expect(keyId.startsWith(`SN=${serialNumber},CA=`)).toBe(true);
    }
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
