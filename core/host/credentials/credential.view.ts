import { type PluginScope, Type } from '@inning/sdk';
import {
  InstantSchema,
  instantText,
  optionalInstantText,
  OptionalInstant,
} from '../../domain/routing/index.ts';
import type { PluginUse } from '../plugin-use.ts';
import type { Credentials } from './credentials.ts';
import { placesOf } from './token-store.ts';

const SignInSchema = Type.Object({
  level: Type.String({ description: 'For whom somebody signed in: agency or administration' }),
  connectedAt: InstantSchema,
  connectedBy: Type.String(),
  endedAt: Type.Union([...OptionalInstant.anyOf], {
    description: 'Since when the other side gives no access any more; somebody must sign in again',
  }),
});

export const CredentialSchema = Type.Object({
  name: Type.String(),
  kind: Type.String({ description: 'api-key, basic, oauth2, certificate or signature' }),
  title: Type.Record(Type.String(), Type.String()),
  hosts: Type.Array(Type.String()),
  state: Type.String({
    description: 'missing, entered, not-signed-in, connected or ended',
  }),
  redirectUrl: Type.Union([Type.String(), Type.Null()], {
    description: 'Where the other side sends the browser back; it must be known there',
  }),
  signIn: Type.Union([SignInSchema, Type.Null()]),
});

export type CredentialViewer = {
  readonly pluginId: string;
  readonly scope: PluginScope;
  readonly credentials: Credentials;
  readonly redirectUrl: (credential: string) => string;
};

/** The credentials of a plugin with how they stand, and nothing of what was entered. */
export function credentialViews({ credentials: declared }: PluginUse, viewer: CredentialViewer) {
  return Promise.all(
    Object.entries(declared).map(async ([name, { kind, title, hosts }]) => {
      const isEntered = Object.keys(enteredFor(name, viewer)).length > 0;
      const signIn = kind === 'oauth2' ? await findSignIn(name, viewer) : null;
      return {
        name,
        kind,
        title: { ...title },
        hosts: [...hosts],
        state: stateOf({ kind, isEntered, signIn }),
        redirectUrl: kind === 'oauth2' ? viewer.redirectUrl(name) : null,
        signIn,
      };
    }),
  );
}

const enteredFor = (credential: string, { pluginId, scope, credentials }: CredentialViewer) =>
  credentials.entered({ pluginId, scope, credential });

type SignIn = Awaited<ReturnType<typeof findSignIn>>;
type Standing = { readonly kind: string; readonly isEntered: boolean; readonly signIn: SignIn };

function stateOf({ kind, isEntered, signIn }: Standing): string {
  if (!isEntered) return 'missing';
  if (kind !== 'oauth2') return 'entered';
  if (signIn === null) return 'not-signed-in';
  return signIn.endedAt === null ? 'connected' : 'ended';
}

/** The one that counts here: the nearest. */
async function findSignIn(credential: string, { pluginId, scope, credentials }: CredentialViewer) {
  for (const place of placesOf({ pluginId, credential }, scope)) {
    const row = await credentials.tokens.find(place);
    if (row === null) continue;
    return {
      level: place.administrationId === null ? 'agency' : 'administration',
      connectedAt: instantText(row.connectedAt),
      connectedBy: row.connectedBy,
      endedAt: optionalInstantText(row.endedAt),
    };
  }
  return null;
}
