import {
  type Clock,
  type CredentialChoice,
  type HttpAnswer,
  type HttpRequest,
  type PluginLog,
  type PluginScope,
  type PluginTools,
  sayMessage,
} from '@inning/sdk';
import type { AddedCredential, Outbound } from '../outbound/index.ts';
import type { Credentials } from './credentials/credentials.ts';
import type { CredentialUse } from './credentials/entered.ts';
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

  let added: { readonly use: CredentialUse; readonly added: AddedCredential }[] = [];
  const send = () =>
    outbound.request({
      pluginId,
      agencyId: scope.agencyId,
      hosts: hostsOf(use),
      request,
      addCredential: async (choice, target) => {
        const its = { ...caller, ...namedBy(choice) };
        const one = await credentials.added(its, target);
        added.push({ use: its, added: one });
        return one;
      },
    });
  const answer = await send();
  if (answer.status !== UNAUTHORIZED) return answer;
  // Taken back before its time: with another token the same request is tried once more.
  const sent = added;
  added = [];
  for (const one of sent) {
    if (await credentials.mayTryAgain(one.use, one.added)) return send();
  }
  return answer;
}

const namedBy = (choice: CredentialChoice) =>
  typeof choice === 'string'
    ? { credential: choice }
    : { credential: choice.name, holder: choice.holder };
