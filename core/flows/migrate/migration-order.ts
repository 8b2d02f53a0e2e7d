import type { Id } from '../../store/index.ts';
import type { CompiledFlow } from '../engine/drawings/index.ts';
import type { NodeMap } from './propose-map.ts';

/** One of so many equal parts, counted from 0. */
export type MigrationPart = { readonly index: number; readonly of: number };

/** Cases of one version of a flow to another, by a map of its steps. */
export type MigrationOrder = {
  readonly flowId: Id;
  readonly fromVersion: number;
  readonly flow: CompiledFlow;
  readonly map: NodeMap;
  /** Only this part of the cases; left out, all of them. */
  readonly part?: MigrationPart | undefined;
};
