import type { PluginScope } from '@inning/sdk';
import { PluginSuspendedError } from '../installed.errors.ts';
import type { InstallRows } from '../install-rows.ts';
import { hurtsOthers } from './hurts-others.ts';

export type PluginAt = { readonly pluginId: string; readonly scope: PluginScope };

/** Stands before every call of an installed plugin: a suspended one is not called. */
export type PluginGuard = <T>(at: PluginAt, call: () => Promise<T>) => Promise<T>;

export type GuardDeps = {
  readonly rows: InstallRows;
  /** The call failed in a way that hurts others when it goes on. */
  readonly noteFailure: (at: PluginAt, error: unknown) => Promise<void>;
  /** It works again: what was counted is forgotten. */
  readonly noteSuccess: (at: PluginAt) => Promise<void>;
};

/** Throws `PluginSuspendedError`, and what the call throws. */
export function createPluginGuard({ rows, noteFailure, noteSuccess }: GuardDeps): PluginGuard {
  return async (at, call) => {
    const install = rows.find(at.scope.agencyId ?? '', at.pluginId);
    if (install?.state === 'suspended') {
      throw new PluginSuspendedError(at.pluginId, install.stoppedText ?? '');
    }
    try {
      const answer = await call();
      if (install && install.failures.length > 0) await noteSuccess(at);
      return answer;
    } catch (error) {
      if (hurtsOthers(error)) await noteFailure(at, error);
      throw error;
    }
  };
}
