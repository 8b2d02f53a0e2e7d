import type { FlowDocument } from '@inning/sdk';
import type { FastifyRequest } from 'fastify';
import { debtors } from '../../domain/debtors/index.ts';
import { idText } from '../../domain/routing/index.ts';
import type { Store } from '../../store/index.ts';
import type { AgencyNodes, FlowLibrary } from '../engine/drawings/index.ts';
import type { Instance } from '../instances/instance.model.ts';
import type { Named } from './flow-views.ts';
import { localeOf } from './locale-of.ts';

export type InstanceNamesDeps = {
  readonly store: Store;
  readonly library: FlowLibrary;
  readonly types: AgencyNodes;
};

/** Names of debtors and steps for some instances, in the reader's language. */
export function createInstanceNames(deps: InstanceNamesDeps) {
  return async (
    request: FastifyRequest,
    some: readonly Instance[],
  ): Promise<(instance: Instance) => Named> => {
    const ids = some.map((one) => one.debtorId);
    const people = await deps.store
      .table(debtors)
      .in(request.scope)
      .find({ _id: { $in: ids } }, { fields: ['name'] });
    const byId = new Map(people.map((one) => [idText(one._id), one]));
    const documents = new Map<string, FlowDocument>();
    for (const { flowId, flowVersion } of some) {
      const flow = await deps.library.version(flowId, flowVersion);
      if (flow) documents.set(`${idText(flowId)}@${flowVersion}`, flow.document);
    }
    const locale = localeOf(request);
    return ({ agencyId, debtorId, flowId, flowVersion }) => ({
      debtor: byId.get(idText(debtorId)),
      document: documents.get(`${idText(flowId)}@${flowVersion}`),
      types: deps.types.of(idText(agencyId)),
      locale,
    });
  };
}
