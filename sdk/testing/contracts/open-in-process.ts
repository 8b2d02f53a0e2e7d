import type { PluginDefinition } from '../../plugin.ts';
import type { PortName } from '../../ports/port-types.ts';
import { collectPlugin } from '../../package/describe-plugin.ts';
import { invariant } from '../../invariant.ts';
import { aScope, fakeTools } from '../fake-tools.ts';
import { createFakeOutside, type OutsideOptions } from '../outside/fake-outside.ts';
import type { PortBench } from './contract-suite.ts';

export type InProcessOptions = OutsideOptions & {
  readonly settings?: object;
  readonly files?: PortBench['files'];
  readonly samples?: Readonly<Record<string, object>>;
};

/** Opens a connector in this process, for tests beside its code. */
export function openInProcess(
  plugin: PluginDefinition,
  port: PortName,
  options: InProcessOptions = {},
): () => Promise<PortBench> {
  const factory = collectPlugin(plugin).ports.get(port) as
    ((...args: unknown[]) => unknown) | undefined;
  invariant(factory, `the plugin does not provide the port ${port}`);
  return async () => {
    const outside = createFakeOutside({ hosts: plugin.permissions?.hosts ?? [], ...options });
    const settings = options.settings ?? {};
    const opened = factory(settings, aScope, fakeTools({ settings, outside }));
    const members = opened as Record<string, unknown>;
    return {
      isIdempotent: (opened as { isIdempotent?: boolean }).isIdempotent ?? false,
      outside,
      files: options.files ?? [],
      samples: options.samples ?? {},
      async call(method, ...args) {
        const member = members[method];
        invariant(member !== undefined, `the port ${port} of this connector has no "${method}"`);
        // What a port says of itself is no method; from the sandbox it is asked for in the same way.
        return typeof member === 'function' ? member.apply(opened, [...args]) : member;
      },
    };
  };
}
