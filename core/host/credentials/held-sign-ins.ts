import type { PluginSettings } from '../settings/plugin-settings.ts';
import type { Credentials } from './credentials.ts';
import { returnAddress } from './return-address.ts';
import type { SigningIn } from './sign-ins.ts';

/** A sign-in for one of several holders of a credential, such as one connected bank. */
export type HeldSignIn = {
  readonly pluginId: string;
  readonly credential: string;
  readonly agencyId: string;
  readonly holder: string;
};
export type HeldSignIns = {
  /** Where the browser goes; it comes back to the path `returnTo`. */
  start(
    held: HeldSignIn,
    by: SigningIn,
    to: {
      readonly returnTo: string;
      /** What the other side wants to know besides. */
      readonly parameters: Readonly<Record<string, string>>;
    },
  ): Promise<{ readonly url: string }>;
  forget(held: HeldSignIn): Promise<void>;
};
type Deps = {
  readonly credentials: Credentials;
  readonly settings: PluginSettings;
  readonly publicUrl: string;
};

/** Sign-ins that a room of the core starts on behalf of a connector. */
export function createHeldSignIns({ credentials, settings, publicUrl }: Deps): HeldSignIns {
  const placeOf = (held: HeldSignIn) => ({ ...held, administrationId: null });
  return {
    async start(held, by, { returnTo, parameters }) {
      const { pluginId, credential } = held;
      await settings.refresh();
      const party = credentials.party({ ...held, scope: placeOf(held) });
      const redirectUrl = returnAddress(publicUrl, pluginId)(credential);
      const started = await credentials.oauth.start(party, redirectUrl, parameters);
      await credentials.signIns.keep(placeOf(held), by, { ...started, returnTo });
      return { url: started.url };
    },
    async forget(held) {
      await credentials.tokens.remove(placeOf(held));
    },
  };
}
