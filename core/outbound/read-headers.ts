import { refuse } from './outbound.errors.ts';

const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;
const VALUE = /^[\t -~]*$/;
const MOST = 50;
const MOST_CHARACTERS = 16_000;
/** These say how the message travels (RFC 9110, 7.6.1) and to whom; that is for the host to say. */
const OF_THE_HOST = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'forwarded',
  'host',
  'http2-settings',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);
const OF_THE_HOST_STARTS = /^(proxy-|x-forwarded-|sec-|:)/;

/** Names in lower case. Throws HttpRefusedError for what could forge or steer the message. */
export function readHeaders(given: unknown): Record<string, string> {
  if (typeof given !== 'object' || given === null) return refuse('its headers are not an object');
  const entries = Object.entries(given);
  if (entries.length > MOST) refuse(`it has more than ${MOST} headers`);
  const headers: Record<string, string> = Object.create(null);
  let characters = 0;
  for (const [written, value] of entries) {
    const name = written.toLowerCase();
    if (!mayBeSet(name)) refuse(`its header "${written.slice(0, 60)}" may not be set`);
    if (name in headers) refuse(`its header "${name}" is there twice`);
    if (!isHeaderValue(value)) refuse(`its header "${name}" is not a line of plain characters`);
    characters += name.length + value.length;
    headers[name] = value;
  }
  if (characters > MOST_CHARACTERS) refuse('its headers are too large');
  return { ...headers };
}

/** Whether anybody but the host may give this header. */
export const mayBeSet = (name: string): boolean =>
  NAME.test(name) && !OF_THE_HOST.has(name.toLowerCase()) && !OF_THE_HOST_STARTS.test(name);

export const isHeaderValue = (value: unknown): value is string =>
  typeof value === 'string' && VALUE.test(value);
