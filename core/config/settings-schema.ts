import { type Static, Type } from 'typebox';

/**
 * Every environment variable that Inning reads, with what is allowed in it. `description` finishes
 * the sentence "<variable> must be ...". The value of a `secret` one is never shown.
 * What one connector or plugin needs, such as a mail server, is a setting of that connector.
 */
export const SettingsSchema = Type.Object({
  PORT: Type.Integer({
    minimum: 0,
    maximum: 65_535,
    default: 8080,
    description: 'a whole number from 0 to 65535; 0 picks a free port',
  }),
  HOST: Type.String({
    pattern: '^[A-Za-z0-9.:_-]+$',
    default: '127.0.0.1',
    description: 'an address or host name to listen on, such as 127.0.0.1 or 0.0.0.0',
  }),
  MONGODB_URI: Type.Optional(
    Type.String({
      pattern: '^mongodb(\\+srv)?://[^\\s]+$',
      secret: true,
      description:
        'the address of a MongoDB replica set, starting with mongodb:// or mongodb+srv://; without it an embedded one is used',
    }),
  ),
  INNING_DATA_DIR: Type.String({
    minLength: 1,
    default: '.inning',
    description: 'a folder; a relative one is taken from the project folder',
  }),
  INNING_PLUGINS: Type.Optional(
    Type.Array(Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' }), {
      minItems: 1,
      uniqueItems: true,
      description:
        'a list of different plugin and connector ids with commas between, such as reminders,mail-smtp; without it all that are there are on',
    }),
  ),
  INNING_LOG_LEVEL: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
    default: 'info',
    description: 'trace, debug, info, warn, error, fatal or silent',
  }),
  INNING_COUNTRY: Type.Optional(
    Type.String({
      pattern: '^[A-Z]{2}$',
      description:
        'two capitals, such as NL: the country by whose law the calculator answers; without it the first there is',
    }),
  ),
  INNING_SECRET: Type.Optional(
    Type.String({
      pattern: '^[!-~]{32,}$',
      secret: true,
      description:
        'at least 32 letters, digits and signs without spaces; without it one is made and kept in the data folder',
    }),
  ),
  INNING_PUBLIC_URL: Type.Optional(
    Type.String({
      pattern: '^https?://[A-Za-z0-9.:\\[\\]-]+(/[^\\s?#]*)?$',
      description:
        'the address at which debtors reach this server, such as https://incasso.example.nl',
    }),
  ),
});

export type Settings = Static<typeof SettingsSchema>;
export type SettingName = keyof Settings;
