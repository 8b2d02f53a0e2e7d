import type { FlowDocument } from '@inning/sdk';
import { type Id, type Store, systemScope } from '../../../store/index.ts';
import { flows, flowVersions } from '../../definition/flow.model.ts';
import type { AgencyNodes } from './agency-nodes.ts';
import { type CompiledFlow, compileFlow } from './compile-flow.ts';

export type FlowLibrary = {
  /** A published version, ready to be walked; null when it does not exist. */
  version(flowId: Id, version: number): Promise<CompiledFlow | null>;
  /** The newest published version of a flow. */
  current(flowId: Id): Promise<CompiledFlow | null>;
  /** Whose flow it is; null when there is no such flow. */
  owner(flowId: Id): Promise<{ readonly agencyId: Id; readonly creditorId: Id | null } | null>;
  /** The flow of that name: the creditor's own, else the agency's general one. */
  named(slug: string, owner: { agencyId: Id; creditorId: Id }): Promise<Id | null>;
  /** Whether that flow is there and has a published version. */
  canBegin(slug: string, owner: { agencyId: Id; creditorId: Id }): Promise<boolean>;
};

/** Keeps compiled versions until the node types change: a published version itself never does. */
export function createFlowLibrary(deps: { store: Store; types: AgencyNodes }): FlowLibrary {
  const scope = systemScope('instances of many agencies walk together');
  const flowRows = deps.store.table(flows).in(scope);
  const versionRows = deps.store.table(flowVersions).in(scope);
  const compiled = new Map<string, CompiledFlow>();
  let compiledFrom = deps.types.revision;

  /** What was compiled with other node types may be walked differently now, or at last. */
  async function lookForNewTypes(): Promise<void> {
    await deps.types.refresh();
    if (compiledFrom !== deps.types.revision) compiled.clear();
    compiledFrom = deps.types.revision;
  }

  const library: FlowLibrary = {
    async version(flowId, version) {
      await lookForNewTypes();
      const key = `${flowId.toHexString()}@${version}`;
      const known = compiled.get(key);
      if (known) return known;
      const row = await versionRows.findOne({ flowId, version });
      const flow = row && (await flowRows.byId(flowId, { fields: ['slug'] }));
      if (!row || !flow) return null;
      const document = row.document as FlowDocument;
      const source = { flowId: flowId.toHexString(), version, slug: flow.slug, document };
      const revision = compiledFrom;
      const made = compileFlow(source, deps.types.of(row.agencyId.toHexString()));
      if (revision === deps.types.revision) compiled.set(key, made);
      return made;
    },
    async current(flowId) {
      const flow = await flowRows.byId(flowId, { fields: ['publishedVersion'] });
      return flow && flow.publishedVersion > 0
        ? library.version(flowId, flow.publishedVersion)
        : null;
    },
    owner: (flowId) => flowRows.byId(flowId, { fields: ['agencyId', 'creditorId'] }),
    async named(slug, { agencyId, creditorId }) {
      const found = await flowRows.find(
        { agencyId, slug, creditorId: { $in: [creditorId, null] }, archivedAt: null },
        { fields: ['creditorId'] },
      );
      const own = found.find((flow) => flow.creditorId !== null) ?? found[0];
      return own?._id ?? null;
    },
    async canBegin(slug, owner) {
      const flowId = await library.named(slug, owner);
      const flow = flowId && (await library.current(flowId));
      return Boolean(flow && flow.startId);
    },
  };
  return library;
}
