import { DomainError } from '@inning/sdk';

/** A plugin of the platform itself has this id. */
export class PluginIdTakenError extends DomainError {
  readonly code = 'PLUGIN_ID_TAKEN';
  readonly status = 409;

  constructor(pluginId: string) {
    super(`A plugin of the platform is called ${pluginId} already.`, { pluginId });
  }
}

/** What the plugin would add does not fit here; the first problem is named. */
export class PluginUnfitError extends DomainError {
  readonly code = 'PLUGIN_UNFIT';
  readonly status = 422;

  constructor(pluginId: string, problems: readonly string[]) {
    const [problem = ''] = problems;
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    super(`Plugin ${pluginId} cannot be installed: ${problem}${more}.`, { pluginId, problem });
  }
}

/** What was consented to is not what the plugin asks for now. */
export class ConsentOutdatedError extends DomainError {
  readonly code = 'PLUGIN_CONSENT_OUTDATED';
  readonly status = 409;

  constructor(pluginId: string) {
    super(`What plugin ${pluginId} asks for has changed meanwhile. Look at it again.`, {
      pluginId,
    });
  }
}

/** This agency has not installed it, or nothing of it waits for that. */
export class PluginNotInstalledError extends DomainError {
  readonly code = 'PLUGIN_NOT_INSTALLED';
  readonly status = 404;

  constructor(pluginId: string) {
    super(`Plugin ${pluginId} is not installed here.`, { pluginId });
  }
}

/** Live cases stand in its steps; they would get stuck. */
export class PluginInUseError extends DomainError {
  readonly code = 'PLUGIN_IN_USE';
  readonly status = 409;

  constructor(pluginId: string, instanceCount: number) {
    super(`${instanceCount} running flows stand in steps of plugin ${pluginId} now.`, {
      pluginId,
      instanceCount,
    });
  }
}

/** Somebody else changed this install at the same moment; nothing was changed. */
export class InstallOvertakenError extends DomainError {
  readonly code = 'PLUGIN_INSTALL_OVERTAKEN';
  readonly status = 409;
  override readonly retryable = true;

  constructor(pluginId: string) {
    super(`Somebody else is changing plugin ${pluginId} at this moment. Try again.`, { pluginId });
  }
}

/** It failed too often, or was withdrawn. What it should do waits until it may go on. */
export class PluginSuspendedError extends DomainError {
  readonly code = 'PLUGIN_SUSPENDED';
  readonly status = 409;
  override readonly retryable = true;

  constructor(pluginId: string, reason: string) {
    super(`Plugin ${pluginId} is suspended: ${reason}`, { pluginId, reason });
  }
}

/** The package in the database cannot be used any more. */
export class PackageUnusableError extends DomainError {
  readonly code = 'PACKAGE_UNUSABLE';
  readonly status = 500;

  constructor(pluginId: string, version: string, options?: ErrorOptions) {
    super(
      `The stored package of plugin ${pluginId} ${version} cannot be used.`,
      {
        pluginId,
        version,
      },
      options,
    );
  }
}
