import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { KeyUnreadableError } from '../packages.errors.ts';

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** A new Ed25519 key (RFC 8032) as PEM: the private half, and the public one to hand out. */
export function createKeyPair(): { readonly privatePem: string; readonly publicPem: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
  };
}

/** The fingerprint that names a key: SHA-256 of its 32 public bytes, in hexadecimal. */
export const keyIdOf = (publicKey: string): string =>
  hash('sha256', bytesOf(publicKey, KEY_BYTES) ?? unreadable('it is not 32 bytes in base64'));

/** The private key in a PEM text. Throws KeyUnreadableError. */
export const readPrivateKey = (pem: string): KeyObject =>
  ed25519(() => createPrivateKey(pem), 'no private key stands in it');

/** The public key in a PEM text, which may hold the private one; as base64. Throws KeyUnreadableError. */
export function readPublicKey(pem: string): string {
  return publicKeyOf(ed25519(() => createPublicKey(pem), 'no key stands in it'));
}

/** The public half as the 32 bytes of the curve, in base64. */
export function publicKeyOf(key: KeyObject): string {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  const { x = '' } = half.export({ format: 'jwk' });
  return Buffer.from(x, 'base64url').toString('base64');
}

/** Signs a text; the same key and text always give the same signature, as base64. */
export const signText = (key: KeyObject, text: string): string =>
  sign(null, Buffer.from(text), key).toString('base64');

/** Whether this signature under a text was made with the key; never throws. */
export function isSignedBy(
  publicKey: string,
  { text, signature }: { readonly text: string; readonly signature: string },
): boolean {
  const [x, signed] = [bytesOf(publicKey, KEY_BYTES), bytesOf(signature, SIGNATURE_BYTES)];
  if (!x || !signed) return false;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: x.toString('base64url') };
  try {
    return verify(null, Buffer.from(text), createPublicKey({ key: jwk, format: 'jwk' }), signed);
  } catch {
    return false; // Bytes that are no point of the curve.
  }
}

/** Base64 is read only as it would be written, so that no two texts mean the same bytes. */
function bytesOf(base64: string, length: number): Buffer | null {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.length === length && bytes.toString('base64') === base64 ? bytes : null;
}

function ed25519(read: () => KeyObject, problem: string): KeyObject {
  let key: KeyObject;
  try {
    key = read();
  } catch (cause) {
    throw new KeyUnreadableError(problem, { cause });
  }
  return key.asymmetricKeyType === 'ed25519'
    ? key
    : unreadable(`it is of the kind ${key.asymmetricKeyType}, and must be ed25519`);
}

function unreadable(problem: string): never {
  throw new KeyUnreadableError(problem);
}
