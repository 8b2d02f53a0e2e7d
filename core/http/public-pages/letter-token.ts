import { createHmac, timingSafeEqual } from 'node:crypto';

const ID = /^[0-9a-f]{24}$/;
const TOKEN = /^([0-9A-Za-z_-]{16})([0-9A-Za-z_-]{43})$/;

/** What a link gives, so that one for a letter is none for a payment. */
type Purpose = 'letter' | 'online-payment';

/** The links that stand in letters: they need no account and cannot be guessed. */
export type LetterLinks = {
  pay(communicationId: string): string;
  respond(communicationId: string): string;
};

/** Builds the links for one communication; the same every time, so that a letter can be made again. */
export function createLetterLinks(config: { secret: string; publicUrl: string }): LetterLinks {
  const page = (id: string, name: string) =>
    `${config.publicUrl}/p/${letterToken(config.secret, id)}/${name}`;
  return { pay: (id) => page(id, 'pay'), respond: (id) => page(id, 'respond') };
}

/** Where a payer comes back to, and where the payment provider calls. */
export function createPayAddresses(config: { secret: string; publicUrl: string }) {
  const page = (id: string, name: string) =>
    `${config.publicUrl}/p/${publicToken(config.secret, 'online-payment', id)}/${name}`;
  // Providers call over HTTPS only; without it we ask them instead.
  const isReachable = config.publicUrl.startsWith('https:');
  return {
    backTo: (id: string) => page(id, 'paid'),
    webhook: (id: string) => (isReachable ? page(id, 'changed') : null),
  };
}

export const letterToken = (secret: string, communicationId: string): string =>
  publicToken(secret, 'letter', communicationId);
/** The communication of a token that we made ourselves, else null. */
export const readLetterToken = (secret: string, token: string): string | null =>
  readPublicToken(secret, 'letter', token);

export function publicToken(secret: string, purpose: Purpose, id: string): string {
  const encoded = Buffer.from(id, 'hex').toString('base64url');
  return `${encoded}${sign(secret, purpose, id)}`;
}

/** The id of a token that we made ourselves for that purpose, else null. */
export function readPublicToken(secret: string, purpose: Purpose, token: string): string | null {
  const match = TOKEN.exec(token);
  if (!match) return null;
  const [, encoded = '', signature = ''] = match;
  const id = Buffer.from(encoded, 'base64url').toString('hex');
  const expected = sign(secret, purpose, id);
  const isOurs = timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
  return isOurs && ID.test(id) ? id : null;
}

const sign = (secret: string, purpose: Purpose, id: string) =>
  createHmac('sha256', secret).update(`${purpose} ${id}`).digest('base64url');
