import type { MailAddress } from '@inning/sdk';
import { HeaderUnsafeError } from './documents.errors.ts';

// Control characters break a header in two; direction marks make it read as something else.
// oxlint-disable-next-line no-control-regex
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const ADDRESS = /^[^\s()<>[\]\\,;:"@]{1,64}@[^\s()<>[\]\\,;:"@]{1,190}$/;

/** Returns the text as it is, or throws a `HeaderUnsafeError`: nothing is taken out in silence. */
export function safeHeader(header: string, text: string): string {
  if (HIDDEN.test(text))
    throw new HeaderUnsafeError(header, 'holds a line break or hidden character');
  return text;
}

/** Returns one plain address that cannot grow into two, or throws a `HeaderUnsafeError`. */
export function safeMailAddress(header: string, mail: MailAddress): MailAddress {
  const address = safeHeader(header, mail.address);
  if (!ADDRESS.test(address)) throw new HeaderUnsafeError(header, 'is not one e-mail address');
  return mail.name === undefined ? { address } : { name: safeHeader(header, mail.name), address };
}
