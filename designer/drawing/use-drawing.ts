import { type Catalogue, type CatalogueEntry, findProblems, type FlowDocument } from '@inning/sdk';
import { useCallback, useMemo, useState } from 'react';
import type { DraftProblem } from '../api/drawing.ts';
import { type Command, perform, redo, settle, startHistory, undo } from '../document/index.ts';

export type Drawing = ReturnType<typeof useDrawing>;

/** A flow while it is drawn: the document with its history, and what is selected. */
export function useDrawing(document: FlowDocument, types: ReadonlyMap<string, CatalogueEntry>) {
  const [history, setHistory] = useState(() => startHistory(document));
  const [selected, select] = useState<readonly string[]>([]);
  const { flow } = history;

  /** Does a command; false when it cannot be done. */
  const run = useCallback(
    (command: Command): boolean => {
      const next = perform(history, command);
      if (next) setHistory(next);
      return next !== null;
    },
    [history],
  );
  const catalogue = useMemo<Catalogue>(
    () => ({ find: (type) => types.get(type) ?? null }),
    [types],
  );
  const problems = useMemo(() => findProblems(flow, { catalogue }), [flow, catalogue]);

  return {
    flow,
    history,
    types,
    problems,
    selected: selected.filter((id) => Object.hasOwn(flow.nodes, id)),
    select,
    run,
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
    settle: () => setHistory(settle),
  };
}

/** What the server found besides what shows while drawing: conditions, and what only it knows. */
export function moreProblems(
  local: ReturnType<typeof findProblems>,
  server: readonly DraftProblem[],
): DraftProblem[] {
  const signOf = (one: { code: string; nodeIds: readonly string[] }) =>
    `${one.code} ${one.nodeIds.join(' ')}`;
  const known = new Set(local.map(signOf));
  const own = local.map((one) => ({
    ...one,
    article: one.article ?? null,
    path: one.path ?? null,
  }));
  return [...own, ...server.filter((one) => ONLY_SERVER.test(one.code) && !known.has(signOf(one)))];
}

/** Structure is found at once; what stands behind it may be mended already. */
const ONLY_SERVER = /^(?!FLOW_)|EXPRESSION/;
