import type { Id } from '../../store/index.ts';

/** One version of a node type that a published flow, or a running one, has in it. */
export type NodeUse = { readonly type: string; readonly version: number };

/** Where the nodes of a plugin stand at an agency. The flows tell: the host itself knows none. */
export type NodeUses = {
  /** Versions of its nodes that running or published flows have in them. */
  of(agencyId: Id, pluginId: string): Promise<NodeUse[]>;
  /** Live instances that stand in one of its nodes now. */
  standing(agencyId: Id, pluginId: string): Promise<Id[]>;
};

/** Lets running instances look again at once. */
export type WakeWaiting = (which: object) => Promise<void>;
