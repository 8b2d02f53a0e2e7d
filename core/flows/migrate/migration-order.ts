import type { Id } from '../../store/index.ts';
import type { CompiledFlow } from '../engine/compile-flow.ts';
import type { NodeMap } from './propose-map.ts';

/** Cases of one version of a flow to another, by a map of its steps. */
export type MigrationOrder = {
  readonly flowId: Id;
  readonly fromVersion: number;
  readonly flow: CompiledFlow;
  readonly map: NodeMap;
};
