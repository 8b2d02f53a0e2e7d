/**
 * Puts asterisks where an answer repeats a secret that we sent: a service that echoes a request would
 * else tell the plugin what it may not know. As long as before, so that the rest keeps its place.
 */
export function hideSecrets(bytes: Buffer, secrets: readonly string[]): Buffer {
  const found = secrets.filter((secret) => secret.length >= SHORTEST && bytes.includes(secret));
  if (found.length === 0) return bytes;
  const hidden = Buffer.from(bytes);
  for (const secret of found) {
    const length = Buffer.byteLength(secret);
    for (let at = hidden.indexOf(secret); at !== -1; at = hidden.indexOf(secret, at + length)) {
      hidden.fill('*', at, at + length);
    }
  }
  return hidden;
}

/** Of shorter ones most occurrences would be chance, and they are no secrets. */
const SHORTEST = 4;

export const hideSecretsInText = (text: string, secrets: readonly string[]): string =>
  hideSecrets(Buffer.from(text), secrets).toString();
