import {
  type Clock,
  type HttpAnswer,
  type HttpRequest,
  type PluginLog,
  type PluginScope,
  type PluginTools,
  sayMessage,
} from '@inning/sdk';
import type { AddedCredential, Outbound } from '../outbound/index.ts';
import type { Credentials } from './credentials/credentials.ts';
import { PluginNotFoundError } from './host.errors.ts';
import { logOfPlugin } from './plugin-log.ts';
import { hostsOf, type PluginLookup } from './plugin-use.ts';
import type { PluginSettings } from './settings/plugin-settings.ts';
import type { PluginStates } from './state/plugin-state.ts';

/** The tools of a plugin for the agency or administration it works for. */
export type HostToolsFor = (pluginId: string, scope: PluginScope) => PluginTools;

export type ToolsDeps = {
  readonly clock: Clock;
  readonly log: PluginLog;
  readonly settings: PluginSettings;
  readonly outbound: Outbound;
  readonly credentials: Credentials;
  readonly states: PluginStates;
  readonly pluginOf: PluginLookup;
};

const UNAUTHORIZED = 401;

/** Tools for plugins, whether they run in the host or in the sandbox. */
export function createToolsFor(deps: ToolsDeps): HostToolsFor {
  const { clock, settings, states, pluginOf, log } = deps;
  return (pluginId, scope) => ({
    scope,
    settings: settings.state(pluginId, scope).settings,
    clock,
    log: logOfPlugin(pluginId, log),
    http: { request: (request) => ask(deps, { pluginId, scope }, request) },
    state: states.of(pluginId, scope.agencyId),
    translate: (said, locale) =>
      sayMessage(pluginOf(pluginId, scope.agencyId)?.texts ?? {}, said, locale),
  });
}

type Caller = { readonly pluginId: string; readonly scope: PluginScope };

/** With what was granted and entered at this moment, whenever the tools were made. */
async function ask(deps: ToolsDeps, caller: Caller, request: HttpRequest): Promise<HttpAnswer> {
  const { credentials, outbound, settings } = deps;
  const { pluginId, scope } = caller;
  await settings.refresh();
  const use = deps.pluginOf(pluginId, scope.agencyId);
  if (use === null) throw new PluginNotFoundError(pluginId);

  let last: { readonly credential: string; readonly added: AddedCredential } | null = null;
  const send = () =>
    outbound.request({
      pluginId,
      agencyId: scope.agencyId,
      hosts: hostsOf(use),
      request,
      addCredential: async (credential, target) => {
        const added = await credentials.added({ ...caller, credential }, target);
        last = { credential, added };
        return added;
      },
    });
  const answer = await send();
  // Taken back before its time: with another token the same request is tried once more.
  if (answer.status !== UNAUTHORIZED || last === null) return answer;
  const { credential, added } = last as { credential: string; added: AddedCredential };
  const isRenewed = await credentials.mayTryAgain({ ...caller, credential }, added);
  return isRenewed ? send() : answer;
}
