import type { FlowDocument } from '@inning/sdk';
import { type Id, type Scope, type Store, systemScope } from '../../store/index.ts';
import { flows, flowVersions } from '../definition/flow.model.ts';
import { instances } from './instance.model.ts';

/** One version of a node type that a published flow, or a running one, has in it. */
type NodeUse = { readonly type: string; readonly version: number };

/** Where the nodes of a plugin stand at an agency. */
export function createNodeUses(store: Store) {
  const scope: Scope = systemScope('the caller has checked that this agency is theirs');
  const live = store.table(instances).in(scope);

  /** Flow versions that instances walk, and the newest published ones. */
  async function documentsOf(agencyId: Id) {
    const [walked, own] = await Promise.all([
      live.aggregate<{ _id: { flowId: Id; version: number } }>([
        { $match: { agencyId, isLive: true } },
        { $group: { _id: { flowId: '$flowId', version: '$flowVersion' } } },
      ]),
      store
        .table(flows)
        .in(scope)
        .find({ agencyId, archivedAt: null, publishedVersion: { $gt: 0 } }),
    ]);
    const wanted = [
      ...walked.map(({ _id }) => ({ flowId: _id.flowId, version: _id.version })),
      ...own.map((flow) => ({ flowId: flow._id, version: flow.publishedVersion })),
    ];
    if (wanted.length === 0) return [];
    return store
      .table(flowVersions)
      .in(scope)
      .find({ agencyId, $or: wanted } as never);
  }

  return {
    /** Versions of its nodes that running or published flows have in them. */
    async of(agencyId: Id, pluginId: string): Promise<NodeUse[]> {
      const found = new Map<string, NodeUse>();
      for (const row of await documentsOf(agencyId)) {
        for (const use of usesIn(row.document as FlowDocument, pluginId)) {
          found.set(`${use.type}@${use.version}`, use);
        }
      }
      return [...found.values()];
    },

    /** Live instances that stand in one of its nodes now. */
    async standing(agencyId: Id, pluginId: string): Promise<Id[]> {
      const ids: Id[] = [];
      for (const row of await documentsOf(agencyId)) {
        const document = row.document as FlowDocument;
        const nodeId = { $in: nodesOf(document, pluginId) };
        const place = { flowId: row.flowId, flowVersion: row.version, nodeId };
        const there = await live.find({ ...place, isLive: true } as never, { fields: ['_id'] });
        ids.push(...there.map((one) => one._id));
      }
      return ids;
    },
  };
}

function usesIn({ nodes }: FlowDocument, pluginId: string): NodeUse[] {
  return Object.values(nodes)
    .flatMap((node) => [node, ...membersIn(node.config)])
    .filter(({ type }) => isOf(type, pluginId));
}

/** Nodes in which the plugin would work: its own, and groups with an action of it. */
const nodesOf = ({ nodes }: FlowDocument, pluginId: string): string[] =>
  Object.entries(nodes)
    .filter(([, node]) =>
      [node, ...membersIn(node.config)].some(({ type }) => isOf(type, pluginId)),
    )
    .map(([id]) => id);

const isOf = (type: string, pluginId: string) => type.startsWith(`${pluginId}.`);

/** Actions that stand in the settings of another node, such as a group. */
function membersIn(config: Readonly<Record<string, unknown>>): NodeUse[] {
  return Object.values(config)
    .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []))
    .filter((one): one is NodeUse => {
      const { type, version } = (one ?? {}) as Partial<NodeUse>;
      return typeof type === 'string' && typeof version === 'number';
    })
    .map(({ type, version }) => ({ type, version }));
}
