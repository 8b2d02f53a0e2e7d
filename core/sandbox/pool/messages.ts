/**
 * What host and child tell one another: lists, each with its name first. Text for a guest and from a
 * guest passes through the child as text; the child never reads it.
 */
export type ToChild =
  | readonly ['setup', ChildSetup]
  | readonly ['code', sha256: string, source: string]
  | readonly ['open', run: number, sha256: string]
  | readonly ['expressions', run: number]
  | readonly ['in', run: number, text: string]
  | readonly ['close', run: number];

export type FromChild =
  | readonly ['ready']
  /** Answers one `in`: what the guest hands back, as a JSON list. */
  | readonly ['out', run: number, text: string]
  /** The run is over; everything it was doing failed. */
  | readonly ['lost', run: number, kind: LossKind, reason: string]
  /** The guest refused to load: an error as JSON. */
  | readonly ['refused', run: number, error: string];

export type LossKind = 'timeout' | 'memory' | 'flood' | 'threw' | 'crash';

export type ChildSetup = {
  readonly prelude: string;
  readonly expressions: string;
  readonly cpuMs: number;
  readonly memoryMb: number;
  readonly processMb: number;
  readonly outputChars: number;
  readonly isolates: number;
};
