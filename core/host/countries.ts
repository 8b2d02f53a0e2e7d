import type { Country, PluginScope } from '@inning/sdk';
import type { AdministrationKey } from '../store/index.ts';
import type { PluginSettings } from './settings/plugin-settings.ts';
import type { Registries } from './registries.ts';

/** Countries as an administration has them: with the choices that its law leaves to practice. */
export type Countries = {
  find(code: string, place?: AdministrationKey): Country | null;
  all(): readonly Country[];
  /** Makes the settings at most half a second old; ask once per request or batch. */
  refresh(): Promise<void>;
};

export function createCountries(deps: {
  readonly registries: Registries;
  readonly settings: PluginSettings;
}): Countries {
  const { countries } = deps.registries;
  // Settings that did not change are the same object, so that a country is made once for each choice.
  const made = new WeakMap<object, Country>();

  return {
    all: countries.all,
    refresh: () => deps.settings.refresh(),
    find(code, place) {
      const country = countries.find(code);
      const owner = countries.ownerOf(code);
      if (!country?.withSettings || !place || owner === null) return country;
      const { settings } = deps.settings.state(owner, scopeOf(place));
      const known = made.get(settings) ?? country.withSettings(settings);
      made.set(settings, known);
      return known;
    },
  };
}

const scopeOf = (place: AdministrationKey): PluginScope => ({
  agencyId: place.agencyId.toHexString(),
  administrationId: place.administrationId.toHexString(),
});
