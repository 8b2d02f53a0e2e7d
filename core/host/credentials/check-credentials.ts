import type { CredentialDefinition, PluginDefinition } from '@inning/sdk';
import { covers, isHeaderValue, mayBeSet, parseHostPattern } from '../../outbound/index.ts';
import { CREDENTIALS } from '../settings/merge-settings.ts';

type Declares = Pick<PluginDefinition, 'settings' | 'permissions' | 'credentials'>;

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const KINDS = new Set<unknown>(['api-key', 'basic', 'oauth2', 'certificate', 'signature']);

/** What is wrong with the hosts and credentials that a plugin declares, in words. */
export function checkCredentials({ settings, permissions, credentials = {} }: Declares): string[] {
  const hosts = permissions?.hosts ?? [];
  const names = Object.keys(credentials);
  return [
    ...hosts.filter((host) => parseHostPattern(host) === null).map(notAHost),
    ...(names.length > 0 && CREDENTIALS in (settings?.properties ?? {})
      ? [`its settings: a field may not be called "${CREDENTIALS}"`]
      : []),
    ...names.flatMap((name) =>
      checkCredential(credentials[name], hosts).map((text) => `its credential "${name}" ${text}`),
    ),
    ...names.flatMap((name) =>
      checkNamed(name, credentials).map((text) => `its credential "${name}" ${text}`),
    ),
    ...names
      .filter((name) => !NAME.test(name) || name.length > 60)
      .map((name) => `its credential "${name}" is not named in lower-case words with hyphens`),
  ];
}

const notAHost = (host: string) =>
  `asks for the host "${host}"; a host is written as api.example.com, *.example.com or api.example.com:8443`;

function checkCredential(
  credential: CredentialDefinition | undefined,
  declared: readonly string[],
): string[] {
  if (!credential || !KINDS.has(credential.kind)) return ['is of no kind that there is'];
  const { title, hosts } = credential;
  return [
    ...(title?.en ? [] : ['has no English title']),
    ...(Array.isArray(hosts) && hosts.length > 0 ? [] : ['names no host that it is for']),
    ...(hosts ?? [])
      .filter((host) => !covers(declared, host))
      .map((host) => `is for ${host}, which is not among the hosts that the plugin asks for`),
    ...checkKind(credential, declared),
  ];
}

function checkKind(credential: CredentialDefinition, declared: readonly string[]): string[] {
  if (credential.kind === 'api-key') return checkHeader(credential);
  if (credential.kind === 'oauth2') return checkAddresses(credential, declared);
  return credential.kind === 'signature' ? checkSignature(credential) : [];
}

function checkHeader({ header, prefix }: { header: string; prefix?: string }): string[] {
  return [
    ...(typeof header === 'string' && mayBeSet(header)
      ? []
      : [`cannot travel in the header "${header}"`]),
    ...(prefix === undefined || isHeaderValue(prefix)
      ? []
      : ['has a prefix that no header can hold']),
  ];
}

/** What it says of other credentials of the plugin. */
function checkNamed(name: string, all: Readonly<Record<string, CredentialDefinition>>): string[] {
  const its = all[name];
  if (its?.kind === 'oauth2') {
    return [
      ...checkReference(its.certificate, 'certificate', all),
      ...checkReference(its.signedBy, 'signature', all),
    ];
  }
  if (its?.kind !== 'signature' || its.keyId !== 'client-id') return [];
  const isNamed = Object.values(all).some((one) => one.kind === 'oauth2' && one.signedBy === name);
  return isNamed ? [] : ['is known by a client id, but nothing of the kind oauth2 is signed by it'];
}

function checkReference(
  named: string | undefined,
  kind: CredentialDefinition['kind'],
  all: Readonly<Record<string, CredentialDefinition>>,
): string[] {
  if (named === undefined || (Object.hasOwn(all, named) && all[named]?.kind === kind)) return [];
  return [`names "${named}", which is no credential of the kind ${kind}`];
}

type Signature = Extract<CredentialDefinition, { readonly kind: 'signature' }>;
const ALGORITHMS = new Set<unknown>(['rsa-sha256', 'rsa-sha512']);
const KEY_IDS = new Set<unknown>([
  'serial-decimal',
  'serial-hex',
  'serial-and-issuer',
  'client-id',
]);

function checkSignature({ algorithm, headers, certificateHeader, keyId }: Signature): string[] {
  const isSigned = Array.isArray(headers) && headers.includes('digest') && headers.includes('date');
  return [
    ...(ALGORITHMS.has(algorithm) ? [] : ['signs by no algorithm that there is']),
    ...(KEY_IDS.has(keyId) ? [] : ['names its key in no way that there is']),
    ...(isSigned ? [] : ['does not sign the date and the digest']),
    ...(typeof certificateHeader === 'string' && mayBeSet(certificateHeader)
      ? []
      : [`cannot show its certificate in the header "${certificateHeader}"`]),
  ];
}

type Addresses = { readonly authorizeUrl: string; readonly tokenUrl: string };

/** The token is asked for by the host, which goes nowhere that the plugin may not go. */
function checkAddresses({ authorizeUrl, tokenUrl }: Addresses, declared: readonly string[]) {
  const hostOf = (text: string) =>
    URL.canParse(text) && text.startsWith('https://') ? new URL(text).host : null;
  const token = hostOf(tokenUrl);
  return [
    ...(hostOf(authorizeUrl) === null ? ['has no authorizeUrl that begins with https://'] : []),
    ...(token === null ? ['has no tokenUrl that begins with https://'] : []),
    ...(token !== null && !covers(declared, token)
      ? [`has a tokenUrl on ${token}, which is not among the hosts that the plugin asks for`]
      : []),
  ];
}
