import { collectPlugin, describePlugin, type PluginDescription } from '@inning/sdk/package';
import { hash } from 'node:crypto';
import {
  createKeyPair,
  createManifest,
  type Describer,
  keyIdOf,
  type PackageFile,
  readPrivateKey,
  readPublicKey,
  type Trust,
  writePackage,
} from '../../core/packages/index.ts';

export const README = '# Greeter\n\nSays hello to debtors.\n';
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M4 4h16v16H4z"/></svg>\n';

/** What a small plugin says of itself; `over` replaces fields. */
export function aDescription(over: Partial<PluginDescription> = {}): PluginDescription {
  return {
    id: 'greeter',
    version: '1.0.0',
    sdk: '^0.1.0',
    title: { en: 'Greeter', nl: 'Groeter' },
    description: { en: 'Says hello to debtors' },
    settings: { type: 'object', properties: {} },
    permissions: { claim: ['debtor.name'], hosts: ['api.example.com'] },
    credentials: {},
    nodes: [],
    ports: [],
    listeners: [],
    texts: {},
    ...over,
  };
}

/** An action of that plugin, which reaches debtors and uses ports of the platform. */
export const aNode = (over: Partial<PluginDescription['nodes'][number]> = {}) => ({
  id: 'greeter.say-hello',
  version: 1,
  kind: 'action' as const,
  title: { en: 'Say hello' },
  description: { en: 'Says hello' },
  icon: 'hand',
  config: { type: 'object', properties: {} },
  outcomes: { said: { en: 'Said' } },
  isEnd: false,
  contacts: 'mail',
  ports: ['mail'],
  skippedOutcome: null,
  starts: null,
  migratesFrom: [],
  ...over,
});

export const textFile = (path: string, text: string): PackageFile => ({
  path,
  bytes: new TextEncoder().encode(text),
});

/** An unsigned package with that description; its code is not run. */
export function aPackage(over: Partial<PluginDescription> = {}, files = someFiles()): Uint8Array {
  return writePackage(createManifest(aDescription(over), files), files);
}
export const someFiles = (source = 'export const plugin = {};\n'): PackageFile[] => [
  textFile('plugin.js', source),
  textFile('README.md', README),
  textFile('icon.svg', ICON),
];

export function aKey() {
  const { privatePem, publicPem } = createKeyPair();
  const publicKey = readPublicKey(publicPem);
  return {
    privatePem,
    publicPem,
    publicKey,
    key: readPrivateKey(privatePem),
    id: keyIdOf(publicKey),
  };
}
export type TestKey = ReturnType<typeof aKey>;

/** Trusts these keys, each as the publisher of that name. */
export function trusting(
  keys: Readonly<Record<string, TestKey>>,
  over: Partial<Trust> = {},
): Trust {
  const byId = new Map(Object.entries(keys).map(([name, key]) => [key.id, { name, key }]));
  return {
    publisherOf(keyId) {
      const known = byId.get(keyId);
      if (!known) return null;
      const { name, key } = known;
      return { publisherId: name, name, publicKey: key.publicKey, revokedAt: null };
    },
    isRevoked: () => null,
    ...over,
  };
}

/** Asks the code in this process: for tests about packages, whose code is the test's own. */
export const describeHere: Describer = {
  async describe({ source }) {
    const code = `data:text/javascript,${encodeURIComponent(source)}#${hash('sha256', source)}`;
    const { plugin } = (await import(/* @vite-ignore */ code)) as { plugin: never };
    return describePlugin(collectPlugin(plugin));
  },
};
