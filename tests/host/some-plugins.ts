import {
  defineAction,
  definePlugin,
  type MailPort,
  type PluginDefinition,
  Type,
} from '@inning/sdk';
import { type Registries, setUpPlugins } from '../../core/host/index.ts';

const title = { en: 'Title', nl: 'Titel' };
export const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A plugin with nothing in it; a test says what differs. */
export function plugin(id: string, rest: Partial<PluginDefinition> = {}): PluginDefinition {
  return definePlugin({
    id,
    version: '1.0.0',
    sdk: '^0.1.0',
    title,
    description: title,
    settings: Type.Object({}),
    setup: () => undefined,
    ...rest,
  });
}

export function action(id: string, rest: object = {}) {
  return defineAction({
    id,
    version: 1,
    title,
    description: title,
    icon: 'mail',
    config: Type.Object({}),
    outcomes: { done: title },
    ports: [],
    run: () => ({ outcome: 'done' as const }),
    ...rest,
  });
}

/** A mail connector that says where it was opened for, and whether it was closed. */
export function mailConnector(id: string, opened: OpenedMail[], settings = Type.Object({})) {
  return plugin(id, {
    settings,
    setup: (host) =>
      host.ports.provide('mail', (its, scope) => {
        const port: OpenedMail = {
          id,
          settings: its,
          scope,
          isClosed: false,
          isIdempotent: false,
          concurrency: 1,
          send: async () => ({ providerId: 'x' }),
          close: async () => void (port.isClosed = true),
        };
        opened.push(port);
        return port;
      }),
  });
}
export type OpenedMail = MailPort & {
  id: string;
  settings: unknown;
  scope: unknown;
  isClosed: boolean;
};

export function registriesOf(...definitions: PluginDefinition[]): Registries {
  const found = definitions.map((definition) => ({
    definition,
    kind: 'plugin' as const,
    folder: definition.id,
  }));
  return setUpPlugins(
    { found, problems: [] },
    { sdkVersion: '0.1.0', dataDir: '/tmp/none', log: quiet },
  );
}
