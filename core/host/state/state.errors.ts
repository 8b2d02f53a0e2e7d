import { DomainError } from '@inning/sdk';

/** A key, a value or their number is more than a plugin may remember. */
export class PluginStateLimitError extends DomainError {
  readonly code = 'PLUGIN_STATE_LIMIT';
  readonly status = 422;

  constructor(pluginId: string, problem: string) {
    super(`Plugin ${pluginId} cannot remember this: ${problem}.`, { pluginId });
  }
}

/** What a plugin remembers is of an agency; for the installation as a whole it remembers nothing. */
export class PluginStateWithoutAgencyError extends DomainError {
  readonly code = 'PLUGIN_STATE_WITHOUT_AGENCY';
  readonly status = 422;

  constructor(pluginId: string) {
    super(`Plugin ${pluginId} works for no agency here, and has nothing to remember it by.`, {
      pluginId,
    });
  }
}
