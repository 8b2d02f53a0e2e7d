import { createHash, createPrivateKey, sign, X509Certificate } from 'node:crypto';
import type { Clock, CredentialDefinition } from '@inning/sdk';
import type { ClientCertificate, RequestSigner, SignableRequest } from '../../outbound/index.ts';

type Definition = Extract<CredentialDefinition, { readonly kind: 'signature' }>;

export type Signing = {
  readonly clock: Clock;
  /** For a key that is known by the client id; null when none was entered. */
  readonly clientId: string | null;
};

/**
 * Signs requests by draft-cavage-http-signatures-12, as the Berlin Group asks it (NextGenPSD2
 * Implementation Guidelines 1.3, chapter 12): a digest of the body, and a signature over that, the time
 * and what else the bank names. Null when certificate or key cannot be read, or do not belong together,
 * or when nobody entered what the key is known by.
 */
export function createSigner(
  definition: Definition,
  { certificate, key, passphrase }: ClientCertificate,
  { clock, clientId }: Signing,
): RequestSigner | null {
  const opened = open(certificate, key, passphrase);
  if (opened === null) return null;
  const { shown, privateKey } = opened;
  const { algorithm, headers: wanted, certificateHeader } = definition;
  const hash = algorithm === 'rsa-sha512' ? 'sha512' : 'sha256';
  const keyId = nameKey(shown, definition.keyId, clientId);
  if (keyId === null) return null;

  return {
    names: ['date', 'digest', 'signature', certificateHeader],
    sign(request) {
      const body = request.body ?? Buffer.alloc(0);
      const made = {
        date: clock.now().toUTCString(),
        digest: `${DIGEST_NAMES[hash]}=${createHash(hash).update(body).digest('base64')}`,
      };
      const values: Readonly<Record<string, string>> = {
        ...request.headers,
        ...made,
        '(request-target)': targetOf(request),
      };
      // What a bank wants signed only when it is there, such as the address to go back to.
      const signed = wanted.filter((name) => values[name] !== undefined);
      const text = signed.map((name) => `${name}: ${values[name]}`).join('\n');
      const signature = sign(hash, Buffer.from(text), privateKey).toString('base64');
      return {
        ...made,
        [certificateHeader]: shown.raw.toString('base64'),
        signature: `keyId="${keyId}",algorithm="${algorithm}",headers="${signed.join(' ')}",signature="${signature}"`,
      };
    },
  };
}

/** The same proof as the authorization itself (chapter 3 of the draft), of whoever has no token yet. */
export function asAuthorization({ names, sign: signed }: RequestSigner): RequestSigner {
  return {
    names: names.map((name) => (name === 'signature' ? 'authorization' : name)),
    sign(request) {
      const { signature, ...rest } = signed(request);
      return { ...rest, authorization: `Signature ${signature}` };
    },
  };
}

/** As written in RFC 5843 and RFC 3230. */
const DIGEST_NAMES = { sha256: 'SHA-256', sha512: 'SHA-512' } as const;

const targetOf = ({ method, url }: SignableRequest): string =>
  `${method.toLowerCase()} ${url.pathname}${url.search}`;

function open(certificate: string, key: string, passphrase: string | undefined) {
  try {
    const shown = new X509Certificate(certificate);
    const privateKey = createPrivateKey({ key, ...(passphrase ? { passphrase } : {}) });
    return shown.checkPrivateKey(privateKey) ? { shown, privateKey } : null;
  } catch {
    return null;
  }
}

/** How a bank knows the key: by its certificate, or by whose it is. */
function nameKey(
  { serialNumber, issuer }: X509Certificate,
  by: Definition['keyId'],
  clientId: string | null,
): string | null {
  if (by === 'client-id') return clientId;
  if (by === 'serial-decimal') return BigInt(`0x${serialNumber}`).toString();
  if (by === 'serial-hex') return `SN=${serialNumber}`;
  // The most specific part first, as a distinguished name is written (RFC 4514).
  const name = issuer.split('\n').toReversed().map(encodeURI).join(',');
  return `SN=${serialNumber},CA=${name}`;
}
