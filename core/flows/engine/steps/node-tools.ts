import { type Clock, HttpRefusedError, type PluginScope, type PluginTools } from '@inning/sdk';
import type { AdministrationKey } from '../../../store/index.ts';
import { StepNotTriedError } from './steps.errors.ts';

/** The tools of the plugin that brings a node, for one administration. */
export type ToolsFor = (pluginId: string, place: AdministrationKey) => PluginTools;

export const scopeOf = ({ agencyId, administrationId }: AdministrationKey): PluginScope => ({
  agencyId: agencyId.toHexString(),
  administrationId: administrationId.toHexString(),
});

/** `plugin.verb-noun` belongs to `plugin`. */
export const pluginOf = (type: string): string => type.slice(0, type.indexOf('.'));

/** Tools of an engine without a host around it: nothing leads outside. */
export function bareTools(clock: Clock): ToolsFor {
  const refuse = async (): Promise<never> => {
    throw new HttpRefusedError('This engine has no way outside.');
  };
  return closedTools(clock, refuse);
}

/** Tools for trying things out: whatever would act outside ends the try of that step. */
export function trialTools(clock: Clock): ToolsFor {
  const stop = async (): Promise<never> => {
    throw new StepNotTriedError();
  };
  return closedTools(clock, stop);
}

function closedTools(clock: Clock, outside: () => Promise<never>): ToolsFor {
  const tools: Omit<PluginTools, 'scope'> = {
    settings: {},
    clock,
    http: { request: outside },
    state: { get: outside, set: outside, delete: outside },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    translate: ({ code }) => code,
  };
  return (_pluginId, place) => ({ ...tools, scope: scopeOf(place) });
}
