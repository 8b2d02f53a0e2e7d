import { type PluginScope, PORT_NAMES, Type } from '@inning/sdk';
import { maskSecrets } from '../settings/plugin-secrets.ts';
import type { PluginSettings } from '../settings/plugin-settings.ts';
import type { LoadedPlugin, Registries } from '../registries.ts';
import type { Settings } from '../settings/settings-schema.ts';

const LocalizedSchema = Type.Record(Type.String(), Type.String());
const SettingsSchema = Type.Record(Type.String(), Type.Unknown());

export const PluginSchema = Type.Object({
  id: Type.String(),
  version: Type.String(),
  kind: Type.String({ description: 'plugin or connector' }),
  title: LocalizedSchema,
  description: LocalizedSchema,
  requires: Type.Array(Type.String()),
  ports: Type.Array(Type.String()),
  nodes: Type.Array(Type.String()),
  settingsSchema: Type.Unknown({ description: 'JSON Schema: the check and the form' }),
  isOn: Type.Boolean({ description: 'Whether it works here, all levels taken together' }),
  chosenBy: Type.String({
    description: 'Which level says so: default, installation, agency or administration',
  }),
  enabled: Type.Union([Type.Boolean(), Type.Null()], {
    description: 'What this level itself says; null follows the level above',
  }),
  settings: SettingsSchema,
  inherited: SettingsSchema,
  problem: Type.Union([Type.String(), Type.Null()], {
    description: 'What keeps it from working, such as a setting that is missing',
  }),
});

export type PluginViewer = {
  readonly registries: Registries;
  readonly settings: PluginSettings;
  /** Whether the reader may see what the levels above say. */
  readonly seesAbove: boolean;
};

/** A plugin as the settings screen shows it at one level; secrets are masked. */
export function pluginView(plugin: LoadedPlugin, scope: PluginScope, viewer: PluginViewer) {
  const { definition } = plugin;
  const { id, version, requires = [] } = definition;
  const state = viewer.settings.state(id, scope);
  const own = viewer.settings.own(id, scope);
  const masked = (settings: Settings) => ({ ...maskSecrets(definition.settings, settings) });
  const { ports, nodes } = contentsOf(id, viewer.registries);
  return {
    id,
    version,
    kind: plugin.kind,
    title: { ...definition.title },
    description: { ...definition.description },
    requires: [...requires],
    ports,
    nodes,
    settingsSchema: definition.settings,
    isOn: state.isOn,
    chosenBy: levelName(state.chosenAt),
    enabled: own.enabled,
    settings: masked(own.settings),
    inherited: viewer.seesAbove ? masked(viewer.settings.inherited(id, scope)) : {},
    problem: problemOf(state.problems),
  };
}

function contentsOf(id: string, registries: Registries) {
  const isMine = ({ pluginId }: { readonly pluginId: string }) => pluginId === id;
  return {
    ports: PORT_NAMES.filter((name) => registries.port(name).some(isMine)),
    nodes: registries.nodes
      .all()
      .map((node) => node.id)
      .filter((node) => node.startsWith(`${id}.`)),
  };
}

function levelName(scope: PluginScope | null): string {
  if (scope === null) return 'default';
  if (scope.administrationId !== null) return 'administration';
  return scope.agencyId === null ? 'installation' : 'agency';
}

const problemOf = (problems: readonly { readonly field: string; readonly problem: string }[]) =>
  problems[0] ? `${problems[0].field} ${problems[0].problem}` : null;
