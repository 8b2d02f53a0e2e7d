import type { CredentialDefinition } from '@inning/sdk';
import type { AddedCredential, ClientCertificate } from '../../outbound/index.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { createSigner, type Signing } from './sign-request.ts';

type Definition<Kind> = Extract<CredentialDefinition, { readonly kind: Kind }>;

/** All but those for which somebody signs in elsewhere. */
export type EnteredDefinition = Exclude<CredentialDefinition, Definition<'oauth2'>>;

/**
 * What a credential adds to a request, from what a person entered; null when something is missing. A
 * signature tells the time of that clock, which is the real one.
 */
export function addEntered(
  definition: EnteredDefinition,
  entered: Settings,
  signing: Signing,
): AddedCredential | null {
  switch (definition.kind) {
    case 'api-key':
      return addApiKey(definition, entered);
    case 'basic':
      return addBasic(entered);
    case 'certificate':
      return addCertificate(entered);
    case 'signature':
      return addSignature(definition, entered, signing);
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

function addCertificate(entered: Settings): AddedCredential | null {
  const certificate = readCertificate(entered);
  return certificate === null ? null : { headers: {}, certificate, secrets: [] };
}

function addSignature(
  definition: Definition<'signature'>,
  entered: Settings,
  signing: Signing,
): AddedCredential | null {
  const pair = readCertificate(entered);
  const signer = pair === null ? null : createSigner(definition, pair, signing);
  return signer === null ? null : { headers: {}, certificate: null, secrets: [], signer };
}

function readCertificate({ certificate, key, passphrase }: Settings): ClientCertificate | null {
  if (typeof certificate !== 'string' || typeof key !== 'string') return null;
  return { certificate, key, passphrase: typeof passphrase === 'string' ? passphrase : undefined };
}

const inHeader = (name: string, value: string, secrets: readonly string[]): AddedCredential => ({
  headers: { [name]: value },
  certificate: null,
  secrets,
});
