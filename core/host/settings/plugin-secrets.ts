import { invariant, type PluginScope, type TObject } from '@inning/sdk';
import { SettingsUnreadableError } from '../host.errors.ts';
import { mapSecrets } from './secret-fields.ts';
import type { SecretBox } from './secret-box.ts';
import type { Settings } from './settings-schema.ts';

/** Names one level of one plugin. */
export const levelKey = (pluginId: string, { agencyId, administrationId }: PluginScope) =>
  `${agencyId ?? ''}/${administrationId ?? ''}/${pluginId}`;

/** From the widest level to the narrowest: installation, agency, administration. */
export function levelsAbove(scope: PluginScope): PluginScope[] {
  const { agencyId, administrationId } = scope;
  invariant(administrationId === null || agencyId !== null, 'an administration is of an agency');
  const installation = { agencyId: null, administrationId: null };
  if (agencyId === null) return [installation];
  const agency = { agencyId, administrationId: null };
  return administrationId === null ? [installation, agency] : [installation, agency, scope];
}

/** Whose secrets they are; part of what they are encrypted with. */
export type SecretOwner = {
  readonly pluginId: string;
  readonly schema: TObject;
  readonly scope: PluginScope;
};

export function sealSecrets(box: SecretBox, owner: SecretOwner, settings: Settings): Settings {
  return mapSecrets(owner.schema, settings, (text, path) =>
    box.seal(text, `${levelKey(owner.pluginId, owner.scope)}/${path}`),
  ) as Settings;
}

/** Throws SettingsUnreadableError when they were sealed with another key or for somebody else. */
export function openSecrets(box: SecretBox, owner: SecretOwner, settings: Settings): Settings {
  return mapSecrets(owner.schema, settings, (text, path) => {
    try {
      return box.open(text, `${levelKey(owner.pluginId, owner.scope)}/${path}`);
    } catch (cause) {
      throw new SettingsUnreadableError(owner.pluginId, { cause });
    }
  }) as Settings;
}

/** What is shown instead of a secret; sent back, it means "leave it as it is". */
export const MASK = '********';

export function maskSecrets(schema: TObject, settings: Settings): Settings {
  return mapSecrets(schema, settings, () => MASK) as Settings;
}
