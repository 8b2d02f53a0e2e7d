import { createHash } from 'node:crypto';

/**
 * The address that a bounce of this one mail comes back to: `bounce@x.nl` becomes
 * `bounce+1f0c…@x.nl`. The same key always gives the same address.
 */
export function verpAddress(returnPath: string, key: string): string {
  const at = returnPath.lastIndexOf('@');
  return `${returnPath.slice(0, at)}+${verpToken(key)}${returnPath.slice(at)}`;
}

export function verpToken(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 20);
}
