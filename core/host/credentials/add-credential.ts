import type { CredentialDefinition } from '@inning/sdk';
import type { AddedCredential } from '../../outbound/index.ts';
import type { Settings } from '../settings/settings-schema.ts';

type Definition<Kind> = Extract<CredentialDefinition, { readonly kind: Kind }>;

/** What a credential adds to a request, from what a person entered; null when something is missing. */
export function addEntered(
  definition: Exclude<CredentialDefinition, Definition<'oauth2'>>,
  entered: Settings,
): AddedCredential | null {
  switch (definition.kind) {
    case 'api-key':
      return addApiKey(definition, entered);
    case 'basic':
      return addBasic(entered);
    case 'certificate':
      return addCertificate(entered);
  }
}

export const addToken = (accessToken: string): AddedCredential =>
  inHeader('authorization', `Bearer ${accessToken}`, [accessToken]);

function addApiKey({ header, prefix = '' }: Definition<'api-key'>, { key }: Settings) {
  if (typeof key !== 'string') return null;
  return inHeader(header.toLowerCase(), prefix + key, [key]);
}

function addBasic({ user, password }: Settings): AddedCredential | null {
  if (typeof user !== 'string' || typeof password !== 'string') return null;
  const pair = Buffer.from(`${user}:${password}`).toString('base64');
  return inHeader('authorization', `Basic ${pair}`, [pair, password]);
}

function addCertificate({ certificate, key, passphrase }: Settings): AddedCredential | null {
  if (typeof certificate !== 'string' || typeof key !== 'string') return null;
  const secret = typeof passphrase === 'string' ? passphrase : undefined;
  return {
    headers: {},
    certificate: { certificate, key, passphrase: secret },
    secrets: [],
  };
}

const inHeader = (name: string, value: string, secrets: readonly string[]): AddedCredential => ({
  headers: { [name]: value },
  certificate: null,
  secrets,
});
