import { createHmac, timingSafeEqual } from 'node:crypto';

const ID = /^[0-9a-f]{24}$/;
const TOKEN = /^([0-9A-Za-z_-]{16})([0-9A-Za-z_-]{43})$/;

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

export function letterToken(secret: string, communicationId: string): string {
  const id = Buffer.from(communicationId, 'hex');
  return `${id.toString('base64url')}${sign(secret, communicationId)}`;
}

/** The communication of a token that we made ourselves, else null. */
export function readLetterToken(secret: string, token: string): string | null {
  const match = TOKEN.exec(token);
  if (!match) return null;
  const [, encoded = '', signature = ''] = match;
  const id = Buffer.from(encoded, 'base64url').toString('hex');
  const expected = sign(secret, id);
  const isOurs = timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
  return isOurs && ID.test(id) ? id : null;
}

const sign = (secret: string, id: string) =>
  createHmac('sha256', secret).update(`letter ${id}`).digest('base64url');
