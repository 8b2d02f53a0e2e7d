import type { PathStep } from './path-step.ts';

export type PathMarks = {
  readonly visited: ReadonlySet<string>;
  readonly present: string | null;
  /** Ways that were gone, as `from>to`. */
  readonly ways: ReadonlySet<string>;
};
type Line = { readonly from: string; readonly outcome: string; readonly to: string };

/** What the canvas shows when the way has been played up to and including a step. */
export function pathMarks(
  steps: readonly PathStep[],
  index: number,
  lines: readonly Line[],
): PathMarks {
  const played = steps.slice(0, index + 1);
  const visited = new Set(played.flatMap(({ nodeId }) => nodeId ?? []));
  const ways = new Set<string>();
  for (const { nodeId, outcome } of played) {
    if (nodeId === null || outcome === null) continue;
    const line = lines.find((one) => one.from === nodeId && one.outcome === outcome);
    if (line) ways.add(`${line.from}>${line.to}`);
  }
  const present = played.findLast(({ nodeId }) => nodeId !== null)?.nodeId ?? null;
  return { visited, present, ways };
}
