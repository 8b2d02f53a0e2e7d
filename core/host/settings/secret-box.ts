import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { invariant } from '@inning/sdk';

/**
 * Encrypts texts for storage (AES-256-GCM). `owner` is authenticated with the text: what was stored
 * for one tenant, plugin and field cannot be read back as another's.
 */
export type SecretBox = {
  seal(text: string, owner: string): string;
  /** Throws when the text was sealed with another key or for another owner. */
  open(sealed: string, owner: string): string;
};

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

export function createSecretBox(secret: string): SecretBox {
  invariant(secret.length >= 32, 'the secret of the installation has at least 32 characters');
  const key = Buffer.from(hkdfSync('sha256', secret, 'inning', 'plugin settings', 32));

  return {
    seal(text, owner) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${VERSION}:${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')}`;
    },
    open(sealed, owner) {
      const [version, body] = sealed.split(':');
      if (version !== VERSION || !body) throw new Error('this is not a sealed text');
      const bytes = Buffer.from(body, 'base64');
      const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
      const opened = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
      return Buffer.concat([opened, decipher.final()]).toString('utf8');
    },
  };
}
