import type { FlowDocument } from '@inning/sdk';
import type { Command } from './command.ts';

type Entry = {
  /** The flow before the change. */
  readonly flow: FlowDocument;
  readonly label: string;
  readonly params: NonNullable<Command['params']>;
};

/** A flow with the way back and forth. A value: each change gives a new one. */
export type History = {
  readonly flow: FlowDocument;
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
  /** Mark of the newest entry while more may be added to it. */
  readonly mark: string | null;
};

const MOST_ENTRIES = 500;

export const startHistory = (flow: FlowDocument): History => ({
  flow,
  past: [],
  future: [],
  mark: null,
});

/** Does a command; null when it cannot be done. What changes nothing leaves no trace. */
export function perform(history: History, command: Command): History | null {
  const flow = command.apply(history.flow);
  if (flow === null) return null;
  if (flow === history.flow) return history;
  const mark = command.mark ?? null;
  if (mark !== null && mark === history.mark) return { ...history, flow, future: [] };
  const entry = { flow: history.flow, label: command.label, params: command.params ?? {} };
  return { flow, past: [...history.past, entry].slice(-MOST_ENTRIES), future: [], mark };
}

/** Ends what commands with the same mark were added to: the drag is over. */
export const settle = (history: History): History =>
  history.mark === null ? history : { ...history, mark: null };

/** The history itself when there is nothing to undo. */
export function undo(history: History): History {
  const entry = history.past.at(-1);
  if (!entry) return history;
  const { label, params } = entry;
  return {
    flow: entry.flow,
    past: history.past.slice(0, -1),
    future: [{ flow: history.flow, label, params }, ...history.future],
    mark: null,
  };
}

/** The history itself when there is nothing to redo. */
export function redo(history: History): History {
  const [entry, ...future] = history.future;
  if (!entry) return history;
  const { label, params } = entry;
  return {
    flow: entry.flow,
    past: [...history.past, { flow: history.flow, label, params }],
    future,
    mark: null,
  };
}

/** What undo and redo would take back or do again. */
export const undoLabel = ({ past }: History): Pick<Entry, 'label' | 'params'> | null =>
  past.at(-1) ?? null;
export const redoLabel = ({ future }: History): Pick<Entry, 'label' | 'params'> | null =>
  future[0] ?? null;
