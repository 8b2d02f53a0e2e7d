import type { GuestTarget } from '../guest/protocol.ts';
import type { HostCalls, PluginCode } from '../sandbox.ts';

/** A call on a guest, whatever it is for: a function of a plugin, a script, a description. */
export type AnyCall = {
  readonly agencyId: string;
  readonly administrationId: string | null;
  readonly code: PluginCode;
  readonly target: GuestTarget;
  readonly input: unknown;
  readonly settings: unknown;
  readonly hostCalls: HostCalls;
  readonly now: Date;
};
