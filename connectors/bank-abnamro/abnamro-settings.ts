import { type Static, Type } from '@inning/sdk';

const Environment = Type.Union([Type.Literal('production'), Type.Literal('sandbox')], {
  title: 'Environment',
  default: 'production',
});

export const AbnAmroSettings = Type.Object(
  { environment: Environment },
  { additionalProperties: false },
);
export type AbnAmroSettings = Static<typeof AbnAmroSettings>;

/** The servers in the bank's description of its interface. */
export const ABNAMRO_SERVERS: Readonly<Record<AbnAmroSettings['environment'], string>> = {
  production: 'https://api.abnamro.com/v1',
  sandbox: 'https://api-sandbox.abnamro.com/v1',
};
/** Where owners sign in, and where tokens are asked: with a certificate, and on a port of its own. */
export const ABNAMRO_SIGN_IN = {
  authorizeUrl: 'https://auth.connect.abnamro.com/as/authorization.oauth2',
  tokenUrl: 'https://auth.connect.abnamro.com:8443/as/token.oauth2',
} as const;

export const ABNAMRO_API_HOSTS = Object.values(ABNAMRO_SERVERS).map((url) => new URL(url).host);
export const ABNAMRO_HOSTS = [
  ...ABNAMRO_API_HOSTS,
  'auth.connect.abnamro.com:8443',
  'auth-sandbox.connect.abnamro.com:8443',
  'auth-mtls-sandbox.abnamro.com',
];
