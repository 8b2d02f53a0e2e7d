import type { DraftProblem } from '../api/drawing.ts';

/** How many steps each plugin brings that is not here; the rest of the problems is left as it is. */
export function missingPlugins(problems: readonly DraftProblem[]): {
  readonly plugins: ReadonlyMap<string, number>;
  readonly others: readonly DraftProblem[];
} {
  const plugins = new Map<string, number>();
  const others = problems.filter(({ code, message }) => {
    if (code !== 'FLOW_UNKNOWN_STEP') return true;
    const plugin = String(message.params?.['type'] ?? '').split('.')[0] ?? '';
    plugins.set(plugin, (plugins.get(plugin) ?? 0) + 1);
    return false;
  });
  return { plugins, others };
}
