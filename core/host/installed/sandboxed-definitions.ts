import type { Clock, NodeDefinition, PortName } from '@inning/sdk';
import type { PluginDescription } from '@inning/sdk/package';
import type { PluginCode } from '../../packages/index.ts';
import {
  type Sandbox,
  sandboxedListener,
  sandboxedNodes,
  sandboxedPort,
} from '../../sandbox/index.ts';
import type { PluginListener, PortProvider } from '../registries.ts';

/** Definitions that look like any others, and work in the sandbox. */
export type SandboxedDefinitions = {
  nodes(plugin: PluginDescription, code: PluginCode): NodeDefinition[];
  port(port: string, code: PluginCode): PortProvider['factory'];
  listener(index: number, code: PluginCode): PluginListener['listener'];
};

export function sandboxedDefinitions(deps: {
  readonly sandbox: Pick<Sandbox, 'run'>;
  readonly clock: Clock;
}): SandboxedDefinitions {
  return {
    nodes: (plugin, code) => sandboxedNodes(plugin, code, deps),
    port: (port, code) => sandboxedPort(port as PortName, code, deps),
    listener: (index, code) => sandboxedListener(index, code, deps),
  };
}
