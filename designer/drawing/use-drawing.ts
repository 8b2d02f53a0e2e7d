import {
  type Catalogue,
  type CatalogueEntry,
  type CheckedConfigs,
  findProblems,
  type FlowDocument,
  type Problem,
  type ProblemContext,
} from '@inning/sdk';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { DraftProblem } from '../api/drawing.ts';
import {
  type Command,
  type History,
  isThere,
  perform,
  redo,
  settle,
  startHistory,
  undo,
} from '../document/index.ts';
import { lineKey } from './lines.ts';
import { useIdle } from './use-idle.ts';

export type Drawing = ReturnType<typeof useDrawing>;

type DrawingBegin = {
  readonly checks: Omit<ProblemContext, 'catalogue'>;
  /** The step that is selected at first. */
  readonly chosen: string | null;
};

/** A flow while it is drawn: the document with its history, and what is selected. */
export function useDrawing(
  document: FlowDocument,
  types: ReadonlyMap<string, CatalogueEntry>,
  { checks, chosen }: DrawingBegin,
) {
  const { history, run, back } = useHistory(document);
  const [picked, select] = useState<readonly string[]>(chosen === null ? [] : [chosen]);
  const [pickedLines, selectLines] = useState<readonly string[]>([]);
  const { flow } = history;

  const catalogue = useMemo<Catalogue>(
    () => ({ find: (type) => types.get(type) ?? null }),
    [types],
  );
  const problems = useProblems(flow, { catalogue, checks });
  const selected = useMemo(() => picked.filter((key) => isThere(flow, key)), [picked, flow]);
  const lines = useMemo(() => {
    const drawn = new Set(flow.edges.map(({ from, outcome }) => lineKey(from, outcome)));
    return pickedLines.filter((key) => drawn.has(key));
  }, [pickedLines, flow]);

  // The same as long as nothing changes, so that what is drawn from it is not drawn anew.
  return useMemo(
    () => ({
      flow,
      history,
      types,
      problems,
      /** Keys of the nodes and notes that are selected. */
      selected,
      select,
      /** Keys of the lines that are selected. */
      lines,
      selectLines,
      run,
      ...back,
    }),
    [flow, history, types, problems, selected, lines, run, back],
  );
}

const NONE: readonly Problem[] = [];

/** Looked for once the flow is seen, and after what was changed is drawn: a large one never waits for it. */
function useProblems(
  flow: FlowDocument,
  { catalogue, checks }: Pick<DrawingBegin, 'checks'> & { readonly catalogue: Catalogue },
): readonly Problem[] {
  const [checked] = useState<CheckedConfigs>(() => new WeakMap());
  const now = useMemo(
    () => ({ flow, context: { catalogue, ...checks, checked } }),
    [flow, catalogue, checks, checked],
  );
  const drawn = useDeferredValue(now);
  const isSeen = useIdle();
  return useMemo(() => (isSeen ? findProblems(drawn.flow, drawn.context) : NONE), [isSeen, drawn]);
}

function useHistory(document: FlowDocument) {
  const [history, setHistory] = useState(() => startHistory(document));
  // Two changes may come before the screen is drawn again; the second builds on the first.
  const latest = useRef(history);
  const become = useCallback((next: History) => {
    latest.current = next;
    setHistory(next);
  }, []);
  /** Does a command; false when it cannot be done. */
  const run = useCallback(
    (command: Command): boolean => {
      const next = perform(latest.current, command);
      if (next) become(next);
      return next !== null;
    },
    [become],
  );
  const back = useMemo(
    () => ({
      undo: () => become(undo(latest.current)),
      redo: () => become(redo(latest.current)),
      settle: () => become(settle(latest.current)),
    }),
    [become],
  );
  return { history, run, back };
}

/** What the server found besides what shows while drawing: the law, and what else only it knows. */
export function moreProblems(
  local: readonly Problem[],
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
const ONLY_SERVER = /^(?!FLOW_)|^FLOW_(COUNTRY_UNKNOWN|UNKNOWN_FLOW)$/;
