import { type Static, Type } from '@inning/sdk';

export const BunqSettings = Type.Object(
  {
    apiKey: Type.Optional(
      Type.String({
        title: 'API key',
        description: 'From the app of bunq: Profile, Security & Settings, Developers, API keys',
        minLength: 1,
        maxLength: 200,
        pattern: '^[!-~]+$',
        secret: true,
      }),
    ),
    environment: Type.Union([Type.Literal('production'), Type.Literal('sandbox')], {
      title: 'Environment',
      default: 'production',
    }),
  },
  { additionalProperties: false },
);
export type BunqSettings = Static<typeof BunqSettings>;

/** The servers in bunq's description of its API. */
export const BUNQ_SERVERS: Readonly<Record<BunqSettings['environment'], string>> = {
  production: 'https://api.bunq.com/v1',
  sandbox: 'https://public-api.sandbox.bunq.com/v1',
};
export const BUNQ_HOSTS = Object.values(BUNQ_SERVERS).map((url) => new URL(url).hostname);
