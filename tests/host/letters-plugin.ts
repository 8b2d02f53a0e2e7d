import { type CredentialDefinition, type PluginDefinition, Type } from '@inning/sdk';
import { plugin } from './some-plugins.ts';

const title = { en: 'Access', nl: 'Toegang', de: 'Zugang', fr: 'Accès' };
const hosts = ['api.example.com'];

/** One of each kind. */
export const CREDENTIALS = {
  key: { kind: 'api-key', title, hosts, header: 'X-Api-Key', prefix: 'Key ' },
  login: { kind: 'basic', title, hosts },
  card: { kind: 'certificate', title, hosts },
  seal: {
    kind: 'signature',
    title,
    hosts,
    algorithm: 'rsa-sha512',
    headers: ['(request-target)', 'date', 'digest', 'x-request-id', 'tpp-redirect-uri'],
    certificateHeader: 'tpp-signature-certificate',
    keyId: 'serial-and-issuer',
  },
  account: {
    kind: 'oauth2',
    title,
    hosts,
    authorizeUrl: 'https://id.example.com/auth?prompt=consent',
    tokenUrl: 'https://id.example.com/token',
    scopes: ['openid', 'offline_access'],
  },
  stamp: {
    kind: 'signature',
    title,
    hosts,
    algorithm: 'rsa-sha256',
    headers: ['(request-target)', 'date', 'digest'],
    certificateHeader: 'tpp-signature-certificate',
    keyId: 'client-id',
  },
  /** For which tokens are asked with a certificate, and signed by the stamp. */
  stamped: {
    kind: 'oauth2',
    title,
    hosts,
    authorizeUrl: 'https://id.example.com/auth',
    tokenUrl: 'https://www.example.com/oauth2/token',
    scopes: ['letters:read'],
    certificate: 'card',
    signedBy: 'stamp',
  },
} satisfies Record<string, CredentialDefinition>;

export type CredentialNames = readonly (keyof typeof CREDENTIALS)[];

/** A plugin of another house that prints letters; it has the named credentials. */
export function lettersPlugin(
  names: CredentialNames,
  rest: Partial<PluginDefinition> = {},
): PluginDefinition {
  return plugin('post-letters', {
    settings: Type.Object({ colour: Type.String({ default: 'blue' }) }),
    permissions: { hosts: ['api.example.com', 'www.example.com', 'id.example.com'] },
    credentials: Object.fromEntries(names.map((name) => [name, CREDENTIALS[name]])),
    ...rest,
  });
}
