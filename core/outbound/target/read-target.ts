import { refuse } from '../outbound.errors.ts';
import { HTTPS_PORT, isHostName } from './host-pattern.ts';

/** Where a request goes. */
export type Target = {
  readonly url: URL;
  /** The name alone, in lower case. */
  readonly host: string;
  readonly port: number;
};

const LONGEST = 8_000;

/**
 * The address as it is written must be the address as it is read: whatever a URL reader would mend,
 * decode or turn into an address of the network is refused. Throws HttpRefusedError.
 */
export function readTarget(text: string): Target {
  checkWriting(text);
  const authority = /^[^/?#]*/.exec(text.slice('https://'.length))?.[0] ?? '';
  if (authority.includes('@')) refuse('its address holds a user or password');
  const url = URL.canParse(text) ? new URL(text) : refuse('its address cannot be read');
  if (url.host !== authority.toLowerCase().replace(/:443$/, '')) {
    refuse('its host is not written as a plain name');
  }
  const { hostname: host, port } = url;
  if (!isHostName(host)) refuse('its host is not a name on the public internet');
  return { url, host, port: port === '' ? HTTPS_PORT : Number(port) };
}

function checkWriting(text: string): void {
  if (text.length > LONGEST) refuse('its address is longer than 8,000 characters');
  if (!/^https:\/\//i.test(text)) refuse('its address does not begin with https://');
  // A URL reader drops tabs and line breaks, and takes \ for /.
  if (!/^[!-[\]-~]+$/.test(text)) {
    refuse('its address holds a character that must be written as %XX (a host as punycode)');
  }
}

/** `api.example.com`, with the port when it is not the usual one. */
export const nameOf = ({ host, port }: Omit<Target, 'url'>): string =>
  port === HTTPS_PORT ? host : `${host}:${port}`;
