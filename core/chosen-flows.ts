import type { FlowDocument } from '@inning/sdk';
import type { FlowsIn } from './domain/administrations/index.ts';
import { type Flow, flows, flowVersions } from './flows/index.ts';
import { type Store, systemScope } from './store/index.ts';

/** Flows that somebody chooses, with the country for which they were drawn; the nouns do not know the engine. */
export const chosenFlowsIn =
  (store: Store): FlowsIn =>
  async (scope, ids) => {
    const found = await store
      .table(flows)
      .in(scope)
      .find({ _id: { $in: [...ids] } }, { fields: ['slug', 'draft', 'publishedVersion'] });
    const published = await store
      .table(flowVersions)
      .in(systemScope('versions of flows that were found in scope'))
      .find(
        { flowId: { $in: found.map(({ _id }) => _id) } },
        { fields: ['flowId', 'version', 'document'] },
      );
    // What was published runs; a draft is what will.
    const documentOf = ({
      _id,
      draft,
      publishedVersion,
    }: Pick<Flow, '_id' | 'draft' | 'publishedVersion'>) =>
      published.find(({ flowId, version }) => flowId.equals(_id) && version === publishedVersion)
        ?.document ?? draft;
    return found.map((flow) => ({
      id: flow._id,
      slug: flow.slug,
      country: (documentOf(flow) as FlowDocument).country,
    }));
  };
