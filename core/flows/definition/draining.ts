import type { Clock } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope, Store } from '../../store/index.ts';
import { FlowNotFoundError, FlowVersionNewestError } from '../flows.errors.ts';
import { type Flow, type FlowVersion, flowVersions } from './flow.model.ts';

/**
 * A version that drains is finished by the cases that stand on it; new ones begin on the newest, and
 * nobody is moved to it any more.
 */
export function createDraining({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
  const versions = store.table(flowVersions);
  return {
    /** Everything older than this version. */
    async allBefore(
      scope: Scope,
      newest: Pick<FlowVersion, 'flowId' | 'version'>,
      session: ClientSession,
    ) {
      const { flowId, version } = newest;
      const older = { flowId, version: { $lt: version }, drainingSince: null };
      const change = { $set: { drainingSince: clock.now() } };
      await versions.in(scope).updateMany(older, change, { session });
    },

    /** One version, or no longer. Throws `FlowNotFoundError` and `FlowVersionNewestError`. */
    async set(
      scope: Scope,
      flow: Pick<Flow, '_id' | 'publishedVersion'>,
      to: DrainOne,
    ): Promise<void> {
      const { version, isDraining } = to;
      if (version === flow.publishedVersion) throw new FlowVersionNewestError(version);
      const drainingSince: Date | null = isDraining ? clock.now() : null;
      const which: { flowId: Id; version: number } = { flowId: flow._id, version };
      const isThere = await versions.in(scope).updateOne(which, { $set: { drainingSince } });
      if (!isThere) throw new FlowNotFoundError(`${flow._id.toHexString()} version ${version}`);
    },
  };
}

type DrainOne = { readonly version: number; readonly isDraining: boolean };
