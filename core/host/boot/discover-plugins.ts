import { readdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PluginDefinition } from '@inning/sdk';
import type { PluginProblem } from './plugin-problem.ts';

export type FoundPlugin = {
  readonly definition: PluginDefinition;
  readonly kind: 'plugin' | 'connector';
  /** The name of its folder; the same as its id. */
  readonly folder: string;
};
export type Discovery = {
  readonly found: readonly FoundPlugin[];
  readonly problems: readonly PluginProblem[];
};

/**
 * Reads the plugins in the folders `plugins/` and `connectors/` of the project. `switchedOn` names
 * the ones to read; null is all of them. A plugin that cannot be loaded is a problem, not a crash.
 */
export async function discoverPlugins(
  projectDir: string,
  switchedOn: readonly string[] | null = null,
): Promise<Discovery> {
  const available = [
    ...(await foldersIn(join(projectDir, 'plugins'), 'plugin')),
    ...(await foldersIn(join(projectDir, 'connectors'), 'connector')),
  ];
  const names = new Set(available.map(({ folder }) => folder));
  const unknown = (switchedOn ?? []).filter((name) => !names.has(name));
  const wanted = available.filter(({ folder }) => switchedOn?.includes(folder) ?? true);

  const loaded = await Promise.all(wanted.map(load));
  return {
    found: loaded.flatMap((one) => ('definition' in one ? [one] : [])),
    problems: [
      ...unknown.map((plugin) => ({ plugin, problem: 'is switched on but not there' })),
      ...loaded.flatMap((one) => ('problem' in one ? [one] : [])),
    ],
  };
}

type Folder = {
  readonly path: string;
  readonly folder: string;
  readonly kind: FoundPlugin['kind'];
};

async function foldersIn(path: string, kind: FoundPlugin['kind']): Promise<Folder[]> {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(path, entry.name, 'index.ts')))
    .map((entry) => ({ path: join(path, entry.name), folder: entry.name, kind }))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

async function load({ path, folder, kind }: Folder): Promise<FoundPlugin | PluginProblem> {
  const name = exportName(folder);
  try {
    const module: Record<string, unknown> = await import(
      pathToFileURL(join(path, 'index.ts')).href
    );
    const definition = module[name];
    if (typeof definition !== 'object' || definition === null) {
      return { plugin: folder, problem: `its index.ts does not export \`${name}\`` };
    }
    return { definition: definition as PluginDefinition, kind, folder };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { plugin: folder, problem: `cannot be loaded: ${reason}` };
  }
}

/** `country-nl` is exported as `countryNlPlugin`. */
export function exportName(id: string): string {
  return `${id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}Plugin`;
}
