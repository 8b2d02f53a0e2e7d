import type { CredentialChoice, HttpEncoding, HttpMethod, HttpRequest } from '@inning/sdk';
import { refuse } from './outbound.errors.ts';
import { readHeaders } from './read-headers.ts';

/** A request of a plugin, checked: it may come from the sandbox as anything at all. */
export type ReadRequest = {
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  readonly answerEncoding: HttpEncoding;
  readonly credentials: readonly CredentialChoice[];
};

const METHODS: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];
const ENCODINGS: readonly HttpEncoding[] = ['utf8', 'base64'];
const FIELDS = new Set<string>([
  'method',
  'url',
  'headers',
  'body',
  'bodyEncoding',
  'answerEncoding',
  'credential',
] satisfies (keyof HttpRequest)[]);
export const MOST_BODY_BYTES = 1_048_576;

/** Throws HttpRefusedError naming the field. */
export function readRequest(given: unknown): ReadRequest {
  if (typeof given !== 'object' || given === null) return refuse('it is not an object');
  const fields = given as Record<string, unknown>;
  const stranger = Object.keys(fields).find((name) => !FIELDS.has(name));
  if (stranger !== undefined) refuse(`it has no field "${stranger.slice(0, 60)}"`);
  const method = oneOf(METHODS, fields['method'] ?? 'GET', 'method');
  return {
    method,
    url: readText(fields, 'url') ?? refuse('it has no url'),
    headers: readHeaders(fields['headers'] ?? {}),
    body: readBody(fields, method),
    answerEncoding: oneOf(ENCODINGS, fields['answerEncoding'] ?? 'utf8', 'answerEncoding'),
    credentials: readCredentials(fields['credential']),
  };
}

const MOST_CREDENTIALS = 4;
const HOLDER = /^[A-Za-z0-9-]{1,60}$/;

function readCredentials(given: unknown): CredentialChoice[] {
  if (given === undefined) return [];
  const all: unknown[] = Array.isArray(given) ? given : [given];
  if (all.length > MOST_CREDENTIALS) refuse(`it has more than ${MOST_CREDENTIALS} credentials`);
  return all.map((one) => {
    if (typeof one === 'string') return one;
    const { name, holder } = Object(one) as Record<string, unknown>;
    if (typeof name !== 'string') return refuse('its credential is not a text');
    if (typeof holder !== 'string' || !HOLDER.test(holder)) {
      return refuse('the holder of its credential is not 1 to 60 letters, digits or hyphens');
    }
    return { name, holder };
  });
}

function readText(fields: Record<string, unknown>, name: string): string | null {
  const value = fields[name];
  if (value !== undefined && typeof value !== 'string') return refuse(`its ${name} is not a text`);
  return value ?? null;
}

function oneOf<T extends string>(known: readonly T[], value: unknown, field: string): T {
  const found = known.find((one) => one === value);
  return found ?? refuse(`its ${field} is not one of ${known.join(', ')}`);
}

function readBody(fields: Record<string, unknown>, method: HttpMethod): Buffer | null {
  const body = readText(fields, 'body');
  const encoding = oneOf(ENCODINGS, fields['bodyEncoding'] ?? 'utf8', 'bodyEncoding');
  if (body === null) return null;
  if (method === 'GET' || method === 'HEAD') return refuse(`a ${method} has no body`);
  // Looked at before it is turned into bytes: base64 is a third longer than what it says.
  if (body.length > MOST_BODY_BYTES * 1.5) return refuse('its body is larger than 1 MB');
  if (encoding === 'base64' && !/^[A-Za-z0-9+/]*={0,2}$/.test(body)) {
    return refuse('its body is not base64');
  }
  const bytes = Buffer.from(body, encoding);
  return bytes.length > MOST_BODY_BYTES ? refuse('its body is larger than 1 MB') : bytes;
}
