import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** What bunq and we agreed on, and the session that is open. */
export type BunqContext = {
  readonly privateKey: string;
  readonly serverKey: string;
  readonly installationToken: string;
  readonly session: { readonly token: string; readonly userId: number } | null;
};

/** Where it is kept: another key or another server is another context. */
export const nameContext = (server: string, apiKey: string): string =>
  `context:${createHash('sha256').update(`${server} ${apiKey}`).digest('hex').slice(0, 32)}`;

const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (apiKey: string) =>
  Buffer.from(hkdfSync('sha256', apiKey, 'inning', 'bunq context', 32));

/** Only whoever has the API key can open it (AES-256-GCM). */
export function sealContext(context: BunqContext, apiKey: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(apiKey), iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(context), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Null when it was sealed with another key, or was damaged: then it is made anew. */
export function openContext(sealed: string, apiKey: string): BunqContext | null {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(apiKey), bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const opened = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return JSON.parse(Buffer.concat([opened, decipher.final()]).toString('utf8')) as BunqContext;
  } catch {
    return null;
  }
}
