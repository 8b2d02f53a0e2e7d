import type { NodeRegistry } from '../../../host/index.ts';

/** The node types that each agency has. They change while the engine runs: plugins come and go. */
export type AgencyNodes = {
  /** Makes what follows at most half a second old. */
  refresh(): Promise<void>;
  of(agencyId: string): NodeRegistry;
  /** Raised by every change. */
  readonly revision: number;
};

/** The same node types for everybody, for ever. */
export const sameForAll = (nodes: NodeRegistry): AgencyNodes => ({
  refresh: async () => undefined,
  of: () => nodes,
  revision: 0,
});
