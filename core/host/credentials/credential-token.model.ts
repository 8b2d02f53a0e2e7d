import { Schema } from 'mongoose';
import {
  defineTable,
  optionalInstant,
  optionalReference,
  optionalText,
  reference,
  type Row,
} from '../../store/index.ts';

/** What the other side gave when somebody signed in there; for an agency, or one administration of it. */
export const credentialTokens = defineTable(
  'credential-tokens',
  'agency',
  new Schema({
    administrationId: optionalReference('administrations'),
    pluginId: { type: String, required: true },
    credential: { type: String, required: true },
    /** Which of several that were given; empty when there is one. */
    holder: { type: String, default: '' },
    /** Encrypted: the access token and the refresh token. */
    sealed: { type: String, required: true },
    /** When the access token ends; null is unknown. */
    expiresAt: optionalInstant(),
    renewedAt: { type: Date, required: true },
    connectedAt: { type: Date, required: true },
    connectedBy: { type: String, required: true },
    /** When the other side took it back; null while it works. */
    endedAt: optionalInstant(),
    /** Another one at every change. */
    revision: { type: Schema.Types.ObjectId, required: true },
    /** One process asks for a new token, and has until then. */
    renewingUntil: optionalInstant(),
  }).index(
    { agencyId: 1, administrationId: 1, pluginId: 1, credential: 1, holder: 1 },
    { unique: true },
  ),
);
export type CredentialToken = Row<typeof credentialTokens>;

/** Somebody who went to the other side to sign in and did not come back yet. */
export const credentialSignIns = defineTable(
  'credential-sign-ins',
  'agency',
  new Schema({
    administrationId: optionalReference('administrations'),
    pluginId: { type: String, required: true },
    credential: { type: String, required: true },
    holder: { type: String, default: '' },
    /** The path of the screen to go on to; null is the settings of the plugin. */
    returnTo: optionalText(),
    /** The sha256 of the state that comes back. */
    stateHash: { type: String, required: true },
    /** The sha256 of the session that it must come back to. */
    sessionHash: { type: String, required: true },
    userId: reference('users'),
    /** Encrypted: the verifier of PKCE. */
    sealed: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  })
    .index({ stateHash: 1 }, { unique: true })
    .index({ expiresAt: 1 }),
);
export type CredentialSignIn = Row<typeof credentialSignIns>;
