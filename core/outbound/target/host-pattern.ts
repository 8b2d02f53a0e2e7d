import { isIP } from 'node:net';

/** A host that a plugin may speak to: exactly this one, or every host below it. */
export type HostPattern = {
  /** In lower case; other alphabets as punycode. */
  readonly name: string;
  readonly isBelow: boolean;
  readonly port: number;
};

export const HTTPS_PORT = 443;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** Names that mean this machine or this network, whatever a name server says of them. */
const AT_HOME = new Set(['localhost', 'local', 'internal', 'localdomain', 'lan', 'home', 'arpa']);

/** `api.example.com`, `*.example.com`, `api.example.com:8443`; null for anything else. */
export function parseHostPattern(text: string): HostPattern | null {
  if (text.length > 260) return null;
  const [host = '', port, ...more] = text.split(':');
  if (more.length > 0 || (port !== undefined && !isPort(port))) return null;
  const isBelow = host.startsWith('*.');
  const name = isBelow ? host.slice(2) : host;
  if (!isHostName(name)) return null;
  return { name, isBelow, port: port === undefined ? HTTPS_PORT : Number(port) };
}

/** A name of two words or more; no address, in whatever notation, and none of this network. */
export function isHostName(name: string): boolean {
  const labels = name.split('.');
  const top = labels.at(-1) ?? '';
  return (
    name.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    // A name that ends in a number is read as an address: 127.1, 0x7f.1.
    !/^(\d+|0x[0-9a-f]*)$/.test(top) &&
    isIP(name) === 0 &&
    !AT_HOME.has(top)
  );
}

const isPort = (text: string) => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535;

/** `*.example.com` is a.example.com and a.b.example.com; neither example.com nor badexample.com. */
export function matchesHost(
  pattern: HostPattern,
  target: { readonly host: string; readonly port: number },
): boolean {
  if (pattern.port !== target.port) return false;
  return pattern.isBelow ? target.host.endsWith(`.${pattern.name}`) : target.host === pattern.name;
}

/** Whether one of these, as they are written down, is that host. What cannot be read is nobody. */
export function isAmong(
  patterns: readonly string[],
  target: { readonly host: string; readonly port: number },
): boolean {
  return patterns.some((text) => {
    const pattern = parseHostPattern(text);
    return pattern !== null && matchesHost(pattern, target);
  });
}

/** Whether every host of the one is among those of the other: what may be asked of what was given. */
export function covers(given: readonly string[], asked: string): boolean {
  const wanted = parseHostPattern(asked);
  if (wanted === null) return false;
  return given.some((text) => {
    const pattern = parseHostPattern(text);
    if (pattern === null || pattern.port !== wanted.port) return false;
    if (!wanted.isBelow) return matchesHost(pattern, { host: wanted.name, port: wanted.port });
    const isSame = pattern.name === wanted.name;
    return pattern.isBelow && (isSame || wanted.name.endsWith(`.${pattern.name}`));
  });
}
