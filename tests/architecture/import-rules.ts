import type { FoundImport } from './find-imports.ts';
import { isTest } from './source-files.ts';

/** Why this import may not stand in this file, or null. The table of who may import whom. */
export function refuseImport(path: string, found: FoundImport): string | null {
  const [room = ''] = path.split('/');
  const rule = RULES[room];
  if (!rule) return null;
  // A test may use the kit, and the tools that tests are made with.
  if (isTest(path) && (!found.isOurs || FOR_TESTS.test(found.target))) return null;
  return rule(path, found);
}

const FOR_TESTS = /^(tests\/kit|core\/domain\/testing)\//;

type Rule = (path: string, found: FoundImport) => string | null;

const RULES: Readonly<Record<string, Rule>> = {
  sdk: (path, found) => {
    // Each example is a plugin of its own.
    if (path.startsWith('sdk/examples/')) return refuseOutside(folderOf(path, 3), found);
    // The texts of a new plugin import what that plugin may.
    const isText = path.startsWith('sdk/scaffold/') && found.target === '@inning/sdk';
    return isText ? null : (refuseOutside('sdk/', found) ?? refuseSdkPackage(found));
  },
  core: (path, found) =>
    refuseOutside('core/', found) ??
    refuseInsideCore(path, found) ??
    refuseInsideEngine(path, found.target),
  plugins: (path, found) => refuseOutside(ownFolder(path), found),
  connectors: (path, found) => refuseOutside(ownFolder(path), found),
  designer: (path, found) => refuseOutside('designer/', found) ?? refuseInDocument(path, found),
};

const folderOf = (path: string, depth: number) => `${path.split('/').slice(0, depth).join('/')}/`;
const ownFolder = (path: string) => folderOf(path, 2);

function refuseOutside(folder: string, { isOurs, target }: FoundImport): string | null {
  return isOurs && !target.startsWith(folder) ? `leaves ${folder}` : null;
}

function refuseSdkPackage({ isOurs, isType, target }: FoundImport): string | null {
  if (isOurs || target === 'typebox' || target.startsWith('node:')) return null;
  return target === 'fastify' && isType ? null : 'the SDK uses only TypeBox, and types of Fastify';
}

function refuseInsideCore(path: string, { isOurs, target }: FoundImport): string | null {
  if (!isOurs) return null;
  const noun = nounOf(path);
  const otherNoun = nounOf(target);
  if (noun && /^core\/(http|flows)\//.test(target)) return 'a noun knows no HTTP and no flows';
  if (otherNoun === null || otherNoun === noun || target.endsWith('/index.ts')) return null;
  const asksTheDoor = noun !== null || path.startsWith('core/flows/');
  return asksTheDoor ? `use the index.ts of core/domain/${otherNoun}` : null;
}

/** The rooms of the engine have one door each, like those of the nouns. */
function refuseInsideEngine(path: string, target: string): string | null {
  const room = engineRoomOf(target);
  if (room === null || room === engineRoomOf(path) || target.endsWith('/index.ts')) return null;
  return `use the index.ts of core/flows/engine/${room}`;
}

const engineRoomOf = (path: string) => /^core\/flows\/engine\/([^/]+)\//.exec(path)?.[1] ?? null;
const nounOf = (path: string) => /^core\/domain\/([^/]+)\//.exec(path)?.[1] ?? null;

const SKIN = new Set(['react', 'react-dom', '@xyflow/react']);

function refuseInDocument(path: string, { isOurs, target }: FoundImport): string | null {
  if (!path.startsWith('designer/document/')) return null;
  if (!isOurs) return SKIN.has(target) ? 'the document knows nothing of the canvas' : null;
  return target.startsWith('designer/document/') ? null : 'leaves designer/document/';
}
