import { checkFlow } from '@inning/sdk';
import type { FlowService } from '../definition/flows.service.ts';
import {
  type AgencyNodes,
  type CompiledFlow,
  compileFlow,
  type FlowLibrary,
} from '../engine/drawings/index.ts';
import { FlowNotFoundError, FlowNotTriableError, FlowWithoutStartError } from '../flows.errors.ts';
import type { Id, Scope } from '../../store/index.ts';

/** Stands where a version number stands, for a flow that is not published. */
const DRAFT = 0;

export type TriedFlowDeps = {
  readonly library: FlowLibrary;
  readonly definitions: FlowService;
  readonly types: AgencyNodes;
};
export type Wanted = {
  readonly flowId: Id;
  /** The newest published one when left out. */
  readonly version?: number | 'draft' | undefined;
};
/** A flow that is tried, and a library in which it can be looked up like any published one. */
export type TriedFlow = { readonly flow: CompiledFlow; readonly library: FlowLibrary };

/**
 * The flow that a simulation walks: a published version, or the draft as it is saved now. Throws
 * `FlowNotFoundError`, `FlowNotTriableError` for a draft with errors, `FlowWithoutStartError`.
 */
export function createTriedFlow({ library, definitions, types }: TriedFlowDeps) {
  return async (scope: Scope, { flowId, version }: Wanted): Promise<TriedFlow> => {
    const tried = version === 'draft' ? await draft(scope, flowId) : await published();
    if (tried.flow.startId === null) throw new FlowWithoutStartError(tried.flow.slug);
    return tried;

    async function published(): Promise<TriedFlow> {
      const row = await definitions.get(scope, flowId);
      const flow = await library.version(flowId, Number(version ?? row.publishedVersion));
      if (!flow) throw new FlowNotFoundError(flowId.toHexString());
      return { flow, library };
    }
  };

  async function draft(scope: Scope, flowId: Id): Promise<TriedFlow> {
    const row = await definitions.get(scope, flowId);
    const document = checkFlow(row.draft);
    await types.refresh();
    const problems = await definitions.problems(document, row);
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.some(({ code }) => code === 'FLOW_NO_START'))
      throw new FlowWithoutStartError(row.slug);
    if (errors.length > 0) throw new FlowNotTriableError(row.slug, errors);
    const flow = compileFlow(
      { flowId: flowId.toHexString(), version: DRAFT, slug: row.slug, document },
      types.of(row.agencyId.toHexString()),
    );
    const isDraft = (id: Id, version: number) => version === DRAFT && id.equals(flowId);
    return {
      flow,
      library: {
        ...library,
        version: async (id, version) =>
          isDraft(id, version) ? flow : library.version(id, version),
      },
    };
  }
}
