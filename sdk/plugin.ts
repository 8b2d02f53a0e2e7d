import type { FastifyInstance } from 'fastify';
import type { Static, TObject } from 'typebox';
import type { Country } from './country.ts';
import type { EventListener, EventName } from './events.ts';
import type { Localized } from './localized.ts';
import type { MessageTexts } from './message.ts';
import type { CredentialDefinition, PluginPermissions } from './permissions.ts';
import type { PluginLog, PluginScope, PluginTools } from './plugin-tools.ts';
import type {
  ActionDefinition,
  ConditionDefinition,
  GroupDefinition,
  TriggerDefinition,
  WaitDefinition,
} from './node.ts';
import type { PortName, PortTypes } from './ports/port-types.ts';

/** A connector gets its settings when it is used, since every administration may have its own. */
export type PortFactory<Name extends PortName, Settings> = (
  settings: Settings,
  scope: PluginScope,
  tools: PluginTools<Settings>,
) => PortTypes[Name];

/** A registry takes definitions during `setup` and is frozen before the host listens. */
export type Registry<Definition> = { add(definition: Definition): void };

export type PluginHost<Settings = unknown> = {
  // `any` configs and outcomes: each definition keeps its own type, a registry holds them all.
  // oxlint-disable-next-line no-explicit-any
  readonly actions: Registry<ActionDefinition<any, any, any>>;
  // oxlint-disable-next-line no-explicit-any
  readonly conditions: Registry<ConditionDefinition<any, any>>;
  // oxlint-disable-next-line no-explicit-any
  readonly waits: Registry<WaitDefinition<any, any>>;
  // oxlint-disable-next-line no-explicit-any
  readonly groups: Registry<GroupDefinition<any>>;
  // oxlint-disable-next-line no-explicit-any
  readonly triggers: Registry<TriggerDefinition<any, any>>;
  readonly countries: Registry<Country>;
  readonly commands: Registry<CliCommand>;
  /** Sentences of this plugin, by code; codes start with the plugin's id and a dot. */
  readonly texts: Registry<MessageTexts>;
  readonly ports: {
    provide<Name extends PortName>(port: Name, factory: PortFactory<Name, Settings>): void;
  };
  readonly events: {
    on<Name extends EventName>(name: Name, listener: EventListener<Name>): void;
  };
  /** Registers routes under `/plugins/<id>`; every route declares who may call it. */
  routes(routes: PluginRoutes<Settings>): void;
  /** The folder given to this plugin for files of its own. */
  readonly dataDir: string;
  readonly log: PluginLog;
};

export type PluginRoutes<Settings = unknown> = (
  app: FastifyInstance,
  tools: { readonly settings: (scope: PluginScope) => Settings },
) => void | Promise<void>;

/**
 * A command of `inning`: `run` returns the exit code. What was asked for goes to `out`, so that it can be
 * piped; why it was refused, remarks and progress go to `err`.
 */
export type CliCommand = {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  run(
    args: readonly string[],
    out: (line: string) => void,
    err: (line: string) => void,
  ): Promise<number>;
};

export type PluginDefinition<Settings extends TObject = TObject> = {
  /** Kebab-case noun; connectors are `<kind>-<system>`. */
  readonly id: string;
  readonly version: string;
  /** The range of SDK versions it was made for. */
  readonly sdk: string;
  readonly title: Localized;
  readonly description: Localized;
  /** Ids of plugins that must be there and are set up before this one. */
  readonly requires?: readonly string[];
  /** The schema is the type, the check and the form. */
  readonly settings: Settings;
  /** Left out: it asks for nothing. */
  readonly permissions?: PluginPermissions;
  /** By name, in kebab-case. */
  readonly credentials?: Readonly<Record<string, CredentialDefinition>>;
  setup(host: PluginHost<Static<Settings>>): void;
};

export function definePlugin<Settings extends TObject>(
  definition: PluginDefinition<Settings>,
): PluginDefinition<Settings> {
  return definition;
}
