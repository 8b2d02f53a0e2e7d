import { type CredentialDefinition, HttpUnavailableError } from '@inning/sdk';
import type { AddedCredential } from '../../outbound/index.ts';

export type OAuthDefinition = Extract<CredentialDefinition, { readonly kind: 'oauth2' }>;

/** How the application shows who it is where tokens of people are asked. */
export type ApplicationProof = {
  /** For its own token: the signature is the authorization. */
  readonly own: AddedCredential;
  /** For those of people: beside its own token. */
  readonly forPeople: AddedCredential;
};

/** Whose client it is that speaks with the other side, and what was entered for it. */
export type OAuthParty = {
  readonly pluginId: string;
  readonly credential: string;
  readonly agencyId: string;
  readonly definition: OAuthDefinition;
  readonly hosts: readonly string[];
  readonly clientId: string;
  readonly clientSecret: string | null;
  /** With which certificate tokens are asked; null is none. */
  readonly certificate: AddedCredential | null;
  /** How the application shows who it is; null where client id and secret are enough. */
  readonly application: ApplicationProof | null;
};

const TOO_MANY = 429;

export const isAway = (status: number): boolean => status >= 500 || status === TOO_MANY;

export function away(url: string): HttpUnavailableError {
  const { host } = new URL(url);
  return new HttpUnavailableError(`${host} cannot give access at the moment.`, { host });
}
