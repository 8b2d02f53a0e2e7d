import type { Id, Scope, Store } from '../../store/index.ts';
import { flows } from './flow.model.ts';

/** Which of these flows were never published, or are not there: whoever is given one, nothing treats. */
export const createIdleFlows =
  (store: Store) =>
  async (scope: Scope, flowIds: readonly Id[]): Promise<readonly Id[]> => {
    if (flowIds.length === 0) return [];
    const which = { _id: { $in: [...flowIds] }, publishedVersion: { $gt: 0 } };
    const walked = await store
      .table(flows)
      .in(scope)
      .find(which, { fields: ['slug'] });
    const known = new Set(walked.map(({ _id }) => _id.toHexString()));
    return flowIds.filter((id) => !known.has(id.toHexString()));
  };
