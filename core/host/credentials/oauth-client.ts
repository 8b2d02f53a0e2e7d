import { DomainError } from '@inning/sdk';
import type * as Oidc from 'openid-client';
import type { Outbound } from '../../outbound/index.ts';
import { addToken } from './add-credential.ts';
import { askApplicationToken } from './application-token.ts';
import { askTokens, type Shown } from './ask-tokens.ts';
import { CredentialExpiredError, CredentialRefusedError } from './credentials.errors.ts';
import { away, type OAuthParty } from './oauth-party.ts';

export type Tokens = {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** Seconds; null when the other side does not say. */
  readonly expiresIn: number | null;
};
export type SignInRequest = {
  readonly url: string;
  readonly state: string;
  readonly verifier: string;
};

/** Authorization code with PKCE (RFC 6749, RFC 7636), in requests that leave like those of plugins. */
export type OAuthClient = {
  start(
    party: OAuthParty,
    redirectUrl: string,
    /** What the other side wants to know besides. */
    parameters?: Readonly<Record<string, string>>,
  ): Promise<SignInRequest>;
  /** `returned` is where the browser came back, with all that the other side added. */
  exchange(party: OAuthParty, returned: URL, started: Omit<SignInRequest, 'url'>): Promise<Tokens>;
  renew(party: OAuthParty, refreshToken: string): Promise<Tokens>;
};

export function createOAuthClient(outbound: Outbound): OAuthClient {
  // Loaded when the first person signs in: most installations never need it.
  const library = () => import('openid-client');

  async function open(party: OAuthParty) {
    const oidc = await library();
    return { oidc, config: configOf(oidc, party, outbound) };
  }

  return {
    async start(party, redirectUrl, parameters = {}) {
      const { oidc, config } = await open(party);
      const [state, verifier] = [oidc.randomState(), oidc.randomPKCECodeVerifier()];
      const url = oidc.buildAuthorizationUrl(config, {
        scope: party.definition.scopes.join(' '),
        ...parameters,
        redirect_uri: redirectUrl,
        state,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, state, verifier };
    },
    async exchange(party, returned, { state, verifier }) {
      const { oidc, config } = await open(party);
      const url = new URL(returned);
      // Each credential has a return address of its own, so nobody's code ends up with another's
      // server (RFC 9700, 4.4.2.2); who issued it needs no further proof.
      url.searchParams.delete('iss');
      const checks = { pkceCodeVerifier: verifier, expectedState: state };
      return tokensOf(party, oidc.authorizationCodeGrant(config, url, checks));
    },
    async renew(party, refreshToken) {
      const { oidc, config } = await open(party);
      const tokens = await tokensOf(party, oidc.refreshTokenGrant(config, refreshToken));
      return { ...tokens, refreshToken: tokens.refreshToken ?? refreshToken };
    },
  };
}

function configOf(oidc: typeof Oidc, party: OAuthParty, outbound: Outbound): Oidc.Configuration {
  const { authorizeUrl, tokenUrl } = party.definition;
  const server = {
    issuer: new URL(tokenUrl).origin,
    authorization_endpoint: authorizeUrl,
    token_endpoint: tokenUrl,
  };
  // Every server takes the secret this way (RFC 6749, 2.3.1).
  const proof = party.clientSecret ? oidc.ClientSecretBasic(party.clientSecret) : oidc.None();
  const config = new oidc.Configuration(server, party.clientId, {}, proof);
  config[oidc.customFetch] = fetchThrough(party, outbound);
  return config;
}

const fetchThrough =
  (party: OAuthParty, outbound: Outbound): Oidc.CustomFetch =>
  async (url, { method, headers, body }) => {
    const request = { url, method: method as 'POST', headers, body: String(body) };
    const shown = await showWho(party, outbound);
    const answer = await askTokens({ outbound, party }, request, shown);
    const { status } = answer;
    const text = status === 204 || status === 304 ? null : withoutIdToken(answer.body);
    return new Response(text, { status, headers: answer.headers });
  };

/** What goes with a request for tokens beside client id and secret. */
async function showWho(party: OAuthParty, outbound: Outbound): Promise<Shown> {
  const { certificate, application } = party;
  const shown: Shown = certificate ? { certificate } : {};
  if (!application) return shown;
  const token = await askApplicationToken(party, application, outbound);
  return { ...shown, signature: application.forPeople, token: addToken(token) };
}

/** Who signed in there is of no interest here, and cannot be checked without knowing the issuer. */
function withoutIdToken(body: string): string {
  try {
    const { id_token: _, ...rest } = JSON.parse(body) as Record<string, unknown>;
    return JSON.stringify(rest);
  } catch {
    return body;
  }
}

async function tokensOf(
  party: OAuthParty,
  asked: Promise<Oidc.TokenEndpointResponse>,
): Promise<Tokens> {
  try {
    const { access_token, refresh_token, expires_in } = await asked;
    return {
      accessToken: access_token,
      refreshToken: refresh_token ?? null,
      expiresIn: expires_in ?? null,
    };
  } catch (error) {
    throw problemOf(party, error);
  }
}

/** Codes of RFC 6749 (4.1.2.1 and 5.2) and OpenID Connect; whatever else is said stays outside. */
const REASONS = new Set([
  'access_denied',
  'consent_required',
  'interaction_required',
  'invalid_client',
  'invalid_request',
  'invalid_scope',
  'login_required',
  'server_error',
  'temporarily_unavailable',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
]);
const PASSING = new Set(['server_error', 'temporarily_unavailable']);

/** Our own error, without the one of the library: that one holds the whole answer. */
function problemOf(party: OAuthParty, error: unknown): Error {
  if (error instanceof DomainError) return error;
  const { error: code, cause } = Object(error) as Readonly<Record<string, unknown>>;
  if (cause instanceof DomainError) return cause;
  if (code === 'invalid_grant') return new CredentialExpiredError(party);
  if (PASSING.has(String(code))) return away(party.definition.tokenUrl);
  const isKnown = typeof code === 'string' && REASONS.has(code);
  return new CredentialRefusedError(party, isKnown ? code : 'invalid answer');
}
