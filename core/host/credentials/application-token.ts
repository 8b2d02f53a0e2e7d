import { asFields, asText, readJson } from '@inning/sdk';
import type { Outbound } from '../../outbound/index.ts';
import { askTokens } from './ask-tokens.ts';
import { CredentialRefusedError } from './credentials.errors.ts';
import type { ApplicationProof, OAuthParty } from './oauth-party.ts';

const GRANT = new URLSearchParams({ grant_type: 'client_credentials' }).toString();

/**
 * The token of the application itself (RFC 6749, 4.4), asked each time: it lasts for minutes, and is
 * needed a few times a day. Throws HttpUnavailableError and CredentialRefusedError.
 */
export async function askApplicationToken(
  party: OAuthParty,
  { own }: ApplicationProof,
  outbound: Outbound,
): Promise<string> {
  const { certificate, definition } = party;
  const { status, body } = await askTokens(
    { outbound, party },
    {
      url: definition.tokenUrl,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: GRANT,
    },
    { own, ...(certificate ? { certificate } : {}) },
  );
  const token = asText(asFields(readJson(body))['access_token']);
  if (status >= 300 || token === null) throw new CredentialRefusedError(party, 'invalid_client');
  return token;
}
