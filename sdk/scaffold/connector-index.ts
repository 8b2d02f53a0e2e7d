/** The entry of a connector that speaks to one host with one key. */
export const connectorIndex = (id: string, port: string, maker: string) =>
  `import { definePlugin, Type } from '@inning/sdk';
import { ${maker} } from './${port}.port.ts';

/** Says what it adds and nothing else; the work is in the files it names. */
export const plugin = definePlugin({
  id: '${id}',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { nl: '${id}', en: '${id}', de: '${id}', fr: '${id}' },
  description: {
    nl: 'Koppeling met een externe dienst.',
    en: 'Speaks to one outside service.',
    de: 'Verbindung zu einem externen Dienst.',
    fr: 'Liaison avec un service externe.',
  },
  settings: Type.Object({}, { additionalProperties: false }),
  // The only hosts it can reach.
  permissions: { hosts: ['api.provider.example'] },
  // Filled in by people, kept encrypted, added to requests by the host; the plugin never sees it.
  credentials: {
    key: {
      kind: 'api-key',
      header: 'authorization',
      prefix: 'Bearer ',
      title: { nl: 'Sleutel', en: 'Key', de: 'Schlüssel', fr: 'Clé' },
      hosts: ['api.provider.example'],
    },
  },
  setup(host) {
    host.ports.provide('${port}', (_settings, _scope, tools) => ${maker}(tools));
  },
});
`;
