import type { FoundPlugin } from './discover-plugins.ts';
import type { PluginProblem } from './plugin-problem.ts';

export type PluginOrder = {
  /** Every plugin after the ones it requires; otherwise as they were found. */
  readonly ordered: readonly FoundPlugin[];
  readonly problems: readonly PluginProblem[];
};

/** Leaves out, with a problem each, plugins whose requirements are missing or go in a circle. */
export function orderPlugins(found: readonly FoundPlugin[]): PluginOrder {
  const byId = new Map(found.map((plugin) => [plugin.definition.id, plugin]));
  const problems = found.flatMap((plugin) => missingFor(plugin, byId));
  const ordered: FoundPlugin[] = [];
  const done = new Set<string>();
  let left = found.filter((plugin) => missingFor(plugin, byId).length === 0);

  for (;;) {
    const ready = left.filter((plugin) => requires(plugin).every((id) => done.has(id)));
    if (ready.length === 0) break;
    for (const plugin of ready) done.add(plugin.definition.id);
    ordered.push(...ready);
    left = left.filter((plugin) => !ready.includes(plugin));
  }
  return { ordered, problems: [...problems, ...left.flatMap((plugin) => circleOf(plugin, byId))] };
}

const requires = (plugin: FoundPlugin) => plugin.definition.requires ?? [];

function missingFor(plugin: FoundPlugin, byId: ReadonlyMap<string, FoundPlugin>): PluginProblem[] {
  return requires(plugin)
    .filter((id) => !byId.has(id))
    .map((id) => ({
      plugin: plugin.definition.id,
      problem: `requires plugin ${id}, which is not switched on`,
    }));
}

/** The circle a plugin is in; none for one that only leans on a plugin that is left out. */
function circleOf(plugin: FoundPlugin, byId: ReadonlyMap<string, FoundPlugin>): PluginProblem[] {
  const start = plugin.definition.id;
  const path = findPath(start, start, { byId, seen: new Set() });
  if (!path) return [];
  return [{ plugin: start, problem: `requires itself: ${[start, ...path].join(' > ')}` }];
}

type Search = { readonly byId: ReadonlyMap<string, FoundPlugin>; readonly seen: Set<string> };

function findPath(from: string, to: string, search: Search): string[] | null {
  const plugin = search.byId.get(from);
  for (const next of plugin ? requires(plugin) : []) {
    if (next === to) return [to];
    if (search.seen.has(next)) continue;
    search.seen.add(next);
    const rest = findPath(next, to, search);
    if (rest) return [next, ...rest];
  }
  return null;
}
