import type { FlowDocument } from '@inning/sdk';

/** A change to a flow. */
export type Command = {
  /** Text key under `designer.commands`, for the undo menu. */
  readonly label: string;
  /** Facts for the label. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Commands in a row with the same mark are one entry in the history, such as those of one drag. */
  readonly mark?: string;
  /** The next flow; null when it cannot be done; the flow itself when nothing changes. */
  apply(flow: FlowDocument): FlowDocument | null;
};

export type Position = { readonly x: number; readonly y: number };
