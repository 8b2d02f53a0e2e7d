import type { Claim, ErrorDetails } from '@inning/sdk';
import type { PluginDescription } from '@inning/sdk/package';

/** The one file of a plugin: an ES module that exports `plugin`. `sha256` names the source. */
export type PluginCode = { readonly id: string; readonly sha256: string; readonly source: string };

/**
 * What a guest may ask of the host, by path: `ports.tasks.create`, `tools.http.request`,
 * `tools.state.get`, `tools.log.info`. Arguments and answer are plain JSON (days and bytes too).
 */
export type HostCalls = (path: string, args: readonly unknown[]) => Promise<unknown>;

export type SandboxTarget =
  | { readonly kind: 'action' | 'condition'; readonly node: string }
  | {
      readonly kind: 'port';
      readonly port: string;
      readonly method: string;
      readonly settings: unknown;
    }
  | { readonly kind: 'listener'; readonly index: number }
  | { readonly kind: 'migrate'; readonly node: string; readonly from: number };

export type SandboxCall = {
  readonly agencyId: string;
  /** Null when it works for the agency as a whole. */
  readonly administrationId: string | null;
  readonly code: PluginCode;
  readonly target: SandboxTarget;
  /** The context of a node without its functions, the arguments of a port's method as a list, an event, or a config. */
  readonly input: unknown;
  readonly settings: unknown;
  readonly hostCalls: HostCalls;
  /** What `tools.clock.now()` answers. */
  readonly now: Date;
};

export type ScriptCall = {
  readonly agencyId: string;
  /** The body of a function of `claim` and `today`. */
  readonly source: string;
  readonly claim: Claim;
  readonly today: string;
};

export type Sandbox = {
  /** Loads the plugin and asks what it adds. Throws `SandboxFailedError`, or what the plugin threw. */
  describe(code: PluginCode): Promise<PluginDescription>;
  /**
   * Runs one function of a plugin for one administration; the answer is plain data. Throws
   * `SandboxFailedError`, `GuestRefusedError` for what the plugin threw on purpose, or the error that
   * one of its host calls ended with.
   */
  run(call: SandboxCall): Promise<unknown>;
  runScript(script: ScriptCall): Promise<unknown>;
  close(): Promise<void>;
};

export type SandboxLog = {
  warn(details: ErrorDetails | object, text: string): void;
};
