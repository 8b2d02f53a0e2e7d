import {
  type CredentialDefinition,
  localize,
  type PluginDefinition,
  type TObject,
  type TSchema,
  Type,
} from '@inning/sdk';
import { CREDENTIALS } from '../settings/merge-settings.ts';

/** One line of plain characters: what can stand in a header. */
const LINE = '^[!-~]([ -~]*[!-~])?$';
const Line = (title: string, options: object = {}) =>
  Type.String({ title, minLength: 1, maxLength: 8_000, pattern: LINE, ...options });
const Secret = (title: string, options: object = {}) => Line(title, { secret: true, ...options });
const Pem = (title: string, options: object) =>
  Type.String({ title, minLength: 1, maxLength: 64_000, editor: 'multiline', ...options });

const CERTIFICATE = {
  certificate: Pem('Certificate (PEM)', { pattern: '^\\s*-----BEGIN CERTIFICATE-----' }),
  key: Pem('Private key (PEM)', { secret: true }),
  passphrase: Type.Optional(Secret('Passphrase of the key')),
};
const Address = (title: string, now: string) =>
  Type.Optional(Line(title, { pattern: '^https://[!-~]+$', description: `Left out: ${now}` }));

/** What a person enters for each kind of credential. */
const FIELDS: Readonly<Record<CredentialDefinition['kind'], Record<string, TSchema>>> = {
  'api-key': { key: Secret('Key') },
  // RFC 7617: a user holds no colon.
  basic: {
    user: Line('User', { pattern: '^[!-9;-~]([ -9;-~]*[!-9;-~])?$' }),
    password: Secret('Password'),
  },
  oauth2: { clientId: Line('Client id'), clientSecret: Type.Optional(Secret('Client secret')) },
  certificate: CERTIFICATE,
  signature: CERTIFICATE,
};

type WithCredentials = Pick<PluginDefinition, 'settings' | 'credentials'>;

/**
 * The plugin with its credentials as one more group of settings, so that levels, encryption, masks and
 * forms work for them as for any secret. What a plugin gets to see is `settingsWithoutCredentials`.
 */
export function withCredentials<Definition extends WithCredentials>(
  definition: Definition,
): Definition {
  const { settings, credentials = {} } = definition;
  if (Object.keys(credentials).length === 0) return definition;
  const groups = Object.entries(credentials).map(([name, its]) => [name, groupOf(its)] as const);
  const group = Type.Object(Object.fromEntries(groups), {
    title: 'Credentials',
    description: 'Kept encrypted and added to requests; the plugin itself never sees them',
    default: {},
    additionalProperties: false,
  });
  const whole = {
    ...settings,
    properties: { ...settings.properties, [CREDENTIALS]: group },
    required: [...(settings.required ?? []), CREDENTIALS],
  };
  return { ...definition, settings: whole as unknown as TObject };
}

function fieldsOf(definition: CredentialDefinition): Record<string, TSchema> {
  const fields = FIELDS[definition.kind];
  if (definition.kind !== 'oauth2' || !definition.mayLiveElsewhere) return fields;
  return {
    ...fields,
    authorizeUrl: Address('Address to sign in', definition.authorizeUrl),
    tokenUrl: Address('Address of tokens', definition.tokenUrl),
  };
}

function groupOf(definition: CredentialDefinition): TSchema {
  const { title, hosts, isOptional } = definition;
  const description = `For ${hosts.join(', ')}`;
  // What is not known as a secret would be stored as it is: nothing unknown is taken.
  const options = { title: localize(title, 'en'), description, additionalProperties: false };
  return isOptional
    ? Type.Optional(Type.Object(fieldsOf(definition), options))
    : Type.Object(fieldsOf(definition), { ...options, default: {} });
}
