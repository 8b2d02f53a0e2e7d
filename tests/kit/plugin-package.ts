import { createHash, type KeyObject } from 'node:crypto';
import type { App } from '../../core/app.ts';
import {
  createKeyPair,
  createManifest,
  createTrustService,
  publicKeyOf,
  readPrivateKey,
  signPackage,
  writePackage,
} from '../../core/packages/index.ts';
import { createSandbox } from '../../core/sandbox/index.ts';

/** A plugin of somebody else with one action; a test says what differs. The texts are JavaScript. */
export type PluginText = {
  readonly id?: string;
  readonly version?: string;
  /** Of its action `<id>.act`. */
  readonly nodeVersion?: number;
  readonly permissions?: object;
  readonly settings?: object;
  /** Body of `run({ config, claim, tools, ports, scope })`. */
  readonly run?: string;
  /** Statements in `setup(host)` beside the action. */
  readonly setup?: string;
  /** Node ports of the action. */
  readonly ports?: readonly string[];
};

export function pluginSource(text: PluginText = {}): string {
  const { id = 'echo', version = '1.0.0', nodeVersion = 1 } = text;
  const words = JSON.stringify({ en: id, nl: id });
  const migrate = Array.from({ length: nodeVersion - 1 }, (_, n) => `${n + 1}: (config) => config`);
  return `
export const plugin = {
  id: '${id}', version: '${version}', sdk: '*', title: ${words}, description: ${words},
  settings: ${JSON.stringify(text.settings ?? { type: 'object', properties: {} })},
  permissions: ${JSON.stringify(text.permissions ?? {})},
  setup(host) {
    ${text.setup ?? ''}
    host.actions.add({
      kind: 'action', id: '${id}.act', version: ${nodeVersion}, migrate: { ${migrate.join(', ')} },
      title: ${words}, description: ${words}, icon: 'zap',
      config: { type: 'object', properties: {} }, outcomes: { done: ${words} },
      ports: ${JSON.stringify(text.ports ?? [])},
      async run({ config, claim, tools, ports, scope, idempotencyKey }) {
        ${text.run ?? "return { outcome: 'done', output: { says: '" + version + "' } };"}
      },
    });
  },
};
`;
}

export type Publisher = { readonly key: KeyObject; readonly publicKey: string };

export function newPublisher(): Publisher {
  const key = readPrivateKey(createKeyPair().privatePem);
  return { key, publicKey: publicKeyOf(key) };
}

/** The operator trusts it from now on. */
export async function trustPublisher(app: Pick<App, 'store' | 'clock'>, publisher: Publisher) {
  const trust = createTrustService(app);
  return trust.addPublisher(
    `Friendly ${publisher.publicKey.slice(0, 12)}`,
    publisher.publicKey,
    'operator',
  );
}

/** Packs and signs plugins, as publishers would; the code says itself what is in the manifest. */
export function createPacker() {
  const sandbox = createSandbox({ log: { warn: () => undefined } });
  return {
    async pack(text: PluginText, { key }: Publisher): Promise<Uint8Array> {
      const source = pluginSource(text);
      const bytes = new TextEncoder().encode(source);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const plugin = await sandbox.describe({ id: text.id ?? 'echo', sha256, source });
      const files = [{ path: 'plugin.js', bytes }];
      return signPackage(writePackage(createManifest(plugin, files), files, []), key);
    },
    close: () => sandbox.close(),
  };
}
