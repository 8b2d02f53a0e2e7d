import type { FlowDocument } from '@inning/sdk';
import type { NodeMap } from '../../api/versions.ts';

type Summaries = Readonly<Record<string, string>>;
export type Steps = {
  readonly before: FlowDocument;
  readonly after: FlowDocument;
  /** Of each drawing, what its steps are called, and their settings in one line. */
  readonly nameOf: (flow: FlowDocument, id: string) => string;
  readonly summaries: { readonly before: Summaries; readonly after: Summaries };
};

/** `same`: under the same name and type; `proposed`: another one; `other`: of another type. */
export type Fit = 'same' | 'proposed' | 'other' | 'nowhere';

export function fitOf({ before, after }: Steps, map: NodeMap, id: string): Fit {
  const to = map[id] ?? null;
  if (to === null) return 'nowhere';
  if (before.nodes[id]?.type !== after.nodes[to]?.type) return 'other';
  return to === id ? 'same' : 'proposed';
}
