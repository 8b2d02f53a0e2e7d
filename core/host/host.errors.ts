import { DomainError } from '@inning/sdk';
import type { PluginProblem } from './boot/plugin-problem.ts';

/** The plugins that are switched on do not fit together; every problem is listed. */
export class PluginsInvalidError extends DomainError {
  readonly code = 'PLUGINS_INVALID';
  readonly status = 500;
  readonly problems: readonly PluginProblem[];

  constructor(problems: readonly PluginProblem[]) {
    const lines = problems.map(({ plugin, problem }) => `  - ${plugin}: ${problem}`);
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    super(`The plugins cannot be switched on; there is ${count}:\n${lines.join('\n')}`);
    this.problems = problems;
  }
}

export class PluginNotFoundError extends DomainError {
  readonly code = 'PLUGIN_NOT_FOUND';
  readonly status = 404;

  constructor(pluginId: string) {
    super(`There is no plugin "${pluginId}" in this installation.`, { pluginId });
  }
}

/** A setting is missing or wrong; `details.field` says which one. */
export class PluginSettingsInvalidError extends DomainError {
  readonly code = 'PLUGIN_SETTINGS_INVALID';
  readonly status = 422;

  constructor(pluginId: string, field: string, problem: string) {
    super(`Setting "${field}" of plugin ${pluginId} ${problem}.`, { pluginId, field });
  }
}

/** Settings of this level belong to somebody else. */
export class PluginLevelNotAllowedError extends DomainError {
  readonly code = 'PLUGIN_LEVEL_NOT_ALLOWED';
  readonly status = 403;

  constructor() {
    super('Your role may change plugins of your own administrations only.');
  }
}

/** Stored secrets can be read only with the key they were written with. */
export class SettingsUnreadableError extends DomainError {
  readonly code = 'PLUGIN_SETTINGS_UNREADABLE';
  readonly status = 500;

  constructor(pluginId: string, options?: ErrorOptions) {
    super(
      `The secret settings of plugin ${pluginId} cannot be read: they were stored with another INNING_SECRET. Enter them again.`,
      { pluginId },
      options,
    );
  }
}

/** No connector for this is switched on, or its settings are incomplete. */
export class PortMissingError extends DomainError {
  readonly code = 'PORT_MISSING';
  readonly status = 409;

  constructor(port: string) {
    super(`No connector of the kind "${port}" is switched on for this administration.`, { port });
  }
}
