import { asFields, asText, type HttpAnswer, readJson } from '@inning/sdk';
import type { Outbound } from '../../outbound/index.ts';
import { CredentialRefusedError } from './credentials.errors.ts';
import { type ApplicationProof, away, isAway, type OAuthParty } from './oauth-party.ts';

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
  const { pluginId, agencyId, hosts, certificate, definition } = party;
  const url = definition.tokenUrl;
  const added = { certificate, own };
  const answer = await outbound.request({
    pluginId,
    agencyId,
    hosts,
    request: {
      url,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: GRANT,
      credential: certificate ? ['certificate', 'own'] : ['own'],
    },
    addCredential: async (choice) => added[choice as 'own'],
  });
  return tokenIn(party, answer);
}

function tokenIn(party: OAuthParty, { status, body }: HttpAnswer): string {
  if (isAway(status)) throw away(party.definition.tokenUrl);
  const fields = asFields(readJson(body));
  const token = asText(fields['access_token']);
  if (status >= 300 || token === null) throw new CredentialRefusedError(party, 'invalid_client');
  return token;
}
