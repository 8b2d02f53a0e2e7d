import type { MigrationPlan } from '../../api/versions.ts';

/** How many cases a plan really moves. */
export const movable = ({ nodes }: MigrationPlan): number =>
  nodes.reduce((sum, { count, stays }) => sum + count - stays, 0);
