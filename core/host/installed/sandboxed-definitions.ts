import type { NodeDefinition } from '@inning/sdk';
import type { PluginDescription } from '@inning/sdk/package';
import type { PluginCode } from '../../packages/index.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import type { PluginListener, PortProvider } from '../registries.ts';

/** Definitions that look like any others, and work in the sandbox. */
export type SandboxedDefinitions = {
  nodes(plugin: PluginDescription, code: PluginCode): NodeDefinition[];
  port(plugin: PluginDescription, code: PluginCode, port: string): PortProvider['factory'];
  listener(plugin: PluginDescription, code: PluginCode, index: number): PluginListener['listener'];
};

/** Makes them, all working in that sandbox. */
export type DefineSandboxed = (sandbox: Pick<Sandbox, 'run'>) => SandboxedDefinitions;
