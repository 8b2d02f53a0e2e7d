import { communications } from '../../domain/communications/index.ts';
import type { Scope, Store } from '../../store/index.ts';
import type { Instance } from '../instances/instance.model.ts';

export type Letters = {
  /** Steps that sent a letter, by instance. */
  readonly sentNodes: ReadonlyMap<string, readonly string[]>;
  /** Instances with a letter that is on its way, or of which the step is not noted yet. */
  readonly underWay: ReadonlySet<string>;
};

const NEVER_LEFT: readonly string[] = ['withdrawn', 'refused'];

/** What was sent to whom so far, in one query for many instances. */
export async function findLetters(
  store: Store,
  scope: Scope,
  instances: readonly Instance[],
): Promise<Letters> {
  const rows = await store
    .table(communications)
    .in(scope)
    .find(
      { instanceId: { $in: instances.map(({ _id }) => _id) } },
      { fields: ['instanceId', 'key', 'nodeId', 'state'] },
    );
  const visits = new Map(instances.map(({ _id, visit }) => [_id.toHexString(), visit]));
  const sentNodes = new Map<string, string[]>();
  const underWay = new Set<string>();
  for (const { instanceId, key, nodeId, state } of rows) {
    const id = instanceId?.toHexString() ?? '';
    if (NEVER_LEFT.includes(state)) continue;
    if (nodeId) sentNodes.set(id, [...(sentNodes.get(id) ?? []), nodeId]);
    const visit = Number.parseInt(key.slice(key.indexOf(':') + 1), 10);
    if (visit >= (visits.get(id) ?? 0)) underWay.add(id);
  }
  return { sentNodes, underWay };
}
